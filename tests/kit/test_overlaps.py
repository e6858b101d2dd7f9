"""Fields of one name in an answer: the verdict is graphql-core's, on every document, and soon told."""

import random
import time
from typing import Any

import pytest
from graphql import (
    OverlappingFieldsCanBeMergedRule,
    build_schema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_leaf_type,
    is_union_type,
    parse,
    validate,
)

from leadhub.kit.limits import OverLimit
from leadhub.kit.overlaps import find_overlap

SCHEMA: Any = build_schema(
    """
    type Query { cat: Cat cats: [Cat!] pet(of: [Int], as: Old): Pet any: Any node: Node! name: String }
    input Old { years: Int name: String }
    interface Node { name: String node: Node! pets(first: Int): [Pet!]! any: Any }
    interface Pet implements Node { name: String node: Node! pets(first: Int): [Pet!]! any: Any age: Int }
    type Cat implements Node & Pet
      { name: String! node: Cat! pets(first: Int): [Cat!]! any: Any age: Int cat: Cat wild: Boolean }
    type Dog implements Node & Pet
      { name: String node: Node! pets(first: Int): [Pet!]! any: Any age: Int! cat: [Cat] wild: Kind dog: Dog }
    type Shelter implements Node { name: String node: Dog! pets(first: Int): [Pet!]! any: Any dog: Dog! wild: Kind }
    enum Kind { TAME WILD }
    union Any = Cat | Dog | Shelter
    """
)
ARGUMENTS = {
    "pets": ["", "", "(first: 1)", "(first: 2)", "(first: $n)", "(first: $m)"],
    "pet": [
        "", "(of: [1, 2])", "(of: [2, 1])", "(of: 1)", "(of: [$n, 1])", '(as: {years: 1, name: "a"})',
        '(as: {name: "a", years: 1})', '(as: {name: """a""", years: 1})', "(of: 1, as: null)", "(as: null, of: 1)",
    ],
}  # fmt: skip
QUICK, ALL = 300, 30_000
# Of each kind there must be enough, or else nothing is compared.
FEWEST = 0.1


class Writing:
    """One document, valid but for what may overlap in it: few names for many fields."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  (nothing secret)
        self.fragments: list[tuple[str, str]] = []  # name, type; each may spread those before it

    def document(self) -> str:
        fragments = []
        for at in range(self.random.randrange(4)):
            on = self.random.choice(["Cat", "Dog", "Shelter", "Pet", "Node", "Any"])
            fragments.append(f"fragment F{at} on {on} {self.selection(on, 2)}")
            self.fragments.append((f"F{at}", on))
        spread = " ".join(f"{name}: any {{ ...{name} }}" for name, _ in self.fragments)
        return "\n".join(
            [f"query($n: Int, $m: Int) {{ {self.selection('Query', 3)[2:-2]} {spread} }}", *fragments]
        )

    def selection(self, on: str, depth: int) -> str:
        return "{ " + " ".join(self.one(on, depth) for _ in range(self.random.randint(1, 3))) + " }"

    def one(self, on: str, depth: int) -> str:
        spreads = [name for name, kind in self.fragments if self.meet(on, kind)]
        chance = self.random.random()
        if chance < 0.2 and spreads:
            return "..." + self.random.choice(spreads)
        if chance < 0.45 and depth and on != "Query":
            kind = self.random.choice([name for name in SCHEMA.type_map if self.meet(on, name)])
            return f"... on {kind} {self.selection(kind, depth - 1)}"
        if chance < 0.5 and depth:
            return "... " + self.selection(on, depth - 1)
        return self.field(on, depth)

    def field(self, on: str, depth: int) -> str:
        fields = {} if is_union_type(SCHEMA.type_map[on]) else SCHEMA.type_map[on].fields
        possible = [
            name for name, field in fields.items() if depth or is_leaf_type(get_named_type(field.type))
        ]
        alias = self.random.choice(["name: ", "wild: "]) if self.random.random() < 0.08 else ""
        name = self.random.choice([*possible, "__typename"])
        if name == "__typename":
            return alias + name
        kind = get_named_type(fields[name].type)
        below = self.selection(kind.name, depth - 1) if is_composite_type(kind) else ""
        return f"{alias}{name}{self.arguments(name)} {below}"

    def arguments(self, name: str) -> str:
        return self.random.choice(ARGUMENTS.get(name, [""]))

    @staticmethod
    def meet(one: str, other: str) -> bool:
        return all(is_composite_type(SCHEMA.type_map[name]) for name in (one, other)) and bool(
            possible(one) & possible(other)
        )


def possible(name: str) -> set[str]:
    kind = SCHEMA.type_map[name]
    return {one.name for one in SCHEMA.get_possible_types(kind)} if is_abstract_type(kind) else {name}


def has_overlap(text: str) -> bool:
    """The verdict; fails where it is not graphql-core's."""
    document = parse(text)
    theirs = validate(SCHEMA, document, [OverlappingFieldsCanBeMergedRule])
    ours = find_overlap(SCHEMA, document)
    assert bool(theirs) == (ours is not None), f"{text}\n{theirs[:1]}\n{ours}"
    return ours is not None


def compare(seeds: range) -> float:
    """The share of documents with conflicts."""
    return sum(has_overlap(Writing(seed).document()) for seed in seeds) / len(seeds)


def test_verdict_is_graphql_cores() -> None:
    assert FEWEST < compare(range(QUICK)) < 1 - FEWEST


@pytest.mark.fuzz
def test_verdict_is_graphql_cores_on_many_documents() -> None:
    assert FEWEST < compare(range(QUICK, ALL)) < 1 - FEWEST


SELDOM = {
    "{ any { ... on Cat { any { ...F } } ... on Dog { any { ...G } } } } fragment F on Cat { a: age } "
    "fragment G on Cat { a: name }": True,
    "{ any { ... on Cat { any { ...F } } ... on Dog { any { ...G } } } } fragment F on Cat { a: wild } "
    "fragment G on Cat { a: wild b: age }": False,
    "{ pet { pets(first: $n) { name } ... on Pet { pets(first: $m) { name } } } }": True,
    "{ pet { pets(first: $n) { name } ... on Pet { pets(first: $n) { name } } } }": False,
    '{ pet(as: {name: "a"}) { name } pet(as: {name: """a"""}) { name } }': True,
    '{ pet(as: {name: "a", years: 1}) { name } pet(as: {years: 1, name: "a"}) { name } }': False,
    "{ pet(of: [1, 2]) { name } pet(of: [2, 1]) { name } }": True,
    "{ pet(of: []) { name } pet { name } }": True,
    "{ node { name ... on Cat { name } } }": True,
    "{ node { name ... on Dog { name } } }": False,
    "{ any { ... on Cat { a: __typename } ... on Dog { a: age } } }": False,
    "{ __schema { types { name } } ... on Query { __schema { types { fields { name } } } } }": False,
    '{ __type(name: "Cat") { name } ... on Query { __type(name: "Dog") { name } } }': True,
    "{ cat { name } } query Other { cat { name name: age } }": True,
}


@pytest.mark.parametrize("text", SELDOM)
def test_verdict_is_graphql_cores_where_chance_seldom_leads(text: str) -> None:
    assert has_overlap(text) is SELDOM[text]


TOLD = {
    "{ cat { name name: age } }": "Fields 'name' conflict because 'name' and 'age' are different fields.",
    "{ cat { pets { age } pets(first: 2) { age } } }": "Fields 'pets' conflict because they have differing arguments.",
    "{ pet { ... on Cat { age } ... on Dog { age } } }": "Fields 'age' conflict because they return conflicting types "
    "'Int' and 'Int!'.",
    "{ cat { cat { name } } ...F } fragment F on Query { cat { cat { name: wild } } }": "Fields 'name' conflict because "
    "'name' and 'wild' are different fields.",
}


@pytest.mark.parametrize("text", TOLD)
def test_conflict_is_told_with_both_places_and_what_to_do(text: str) -> None:
    error = find_overlap(SCHEMA, parse(text))
    assert error is not None
    assert (
        error.message
        == f"{TOLD[text]} Use different aliases on the fields to fetch both if this was intentional."
    )
    assert len(error.locations or ()) == 2


MANY = {
    "fields": "{ cat { " + "name age " * 2000 + "} }",
    "objects": "{ cat { " + "cat { name } " * 3000 + "} }",
    "fragments": "{ cat { " + " ".join(f"...F{at}" for at in range(500)) + " } } "
    + " ".join(f"fragment F{at} on Cat {{ name age wild }}" for at in range(500)),
    "levels": "{ cat " + "{ cat { name } cat " * 60 + "{ name }" + " }" * 61,
    "fragments that double": "{ cat { ...F0 } } "
    + " ".join(f"fragment F{at} on Cat {{ cat {{ ...F{at + 1} }} n: cat {{ ...F{at + 1} }} }}" for at in range(100))
    + " fragment F100 on Cat { name }",
}  # fmt: skip


@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_much_that_overlaps_is_soon_looked_through(text: str) -> None:
    document = parse(text)
    started = time.perf_counter()
    assert find_overlap(SCHEMA, document) is None
    assert time.perf_counter() - started < 1


def multiplying(levels: int) -> str:
    """Selections of an interface that meet those of three types on each level, anew for each way that leads there."""
    text = "name"
    for level in range(levels):
        chain = "{ ... on Pet { pets " * level + "{ age }" + " } }" * level
        meeting = " ".join(f"... on {kind} {{ pets {chain} }}" for kind in ("Cat", "Dog", "Shelter"))
        text = f"pets {{ {text} }} {meeting}"
    return f"{{ node {{ {text} }} }}"


def test_selections_that_multiply_are_refused() -> None:
    assert find_overlap(SCHEMA, parse(multiplying(4))) is None
    with pytest.raises(OverLimit, match="at most 20000"):
        find_overlap(SCHEMA, parse(multiplying(14)))
