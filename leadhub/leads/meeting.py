"""Whether a lead meets a filter, decided in memory: the same grammar as `LEADS.matching`, without asking the
database."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from leadhub.kit.actor import Actor
from leadhub.kit.grammar import Conditions, Parts, Term
from leadhub.leads.filters import COLUMNS, LEADS, LeadFilter
from leadhub.leads.states import LeadState

Meets = Callable[[LeadState], bool]
Test = Callable[[Any], bool]


def compile_filter(filter: LeadFilter, who: Actor) -> Meets:
    """The filter as a function that says whether a lead meets it; raises what `LEADS.matching` raises.

    Compiled once, asked a million times: about 0.2 µs for each condition. Whether the lead is deleted, or in
    somebody's reach, is not asked.
    """
    return _meets(LEADS.read(filter, who))


def _meets(part: Term | Parts) -> Meets:
    if isinstance(part, Term):
        return _term(part)
    parts = [_meets(one) for one in part.parts]
    if part.word == "not":
        [inner] = parts
        return lambda state: not inner(state)
    return _either(parts) if part.word == "or" else _all(parts)


def _either(parts: list[Meets]) -> Meets:
    def either(state: LeadState) -> bool:
        for part in parts:  # noqa: SIM110  (a generator would cost as much as the conditions)
            if part(state):
                return True
        return False

    return either


def _all(tests: list[Callable[[Any], bool]]) -> Callable[[Any], bool]:
    if len(tests) == 1:
        return tests[0]

    def every(held: Any) -> bool:
        for test in tests:  # noqa: SIM110
            if not test(held):
                return False
        return True

    return every


def _term(term: Term) -> Meets:
    column = COLUMNS.get(term.field)
    if column is None:
        return _CHILDREN[term.field](term.conditions)
    get = attrgetter(column)
    return _all([_asking(get, _TESTS[operator](value)) for operator, value in term.conditions])


def _asking(get: Callable[[LeadState], Any], test: Test) -> Meets:
    return lambda state: test(get(state))


def _several(name: str, conditions: Conditions) -> Meets:
    """One of several values must meet all conditions; `ne` and `isNull` ask what the lead does not have."""
    get: Callable[[LeadState], tuple[Any, ...]] = attrgetter(name)
    parts: list[Meets] = []
    one: list[Test] = []
    for operator, value in conditions:
        if operator == "is_null":
            parts.append(_asking(get, _has_none(value)))
        elif operator == "ne":
            parts.append(_asking(get, _lacks(value)))
        else:
            one.append(_TESTS[operator](value))
    if one:
        test = _all(one)
        parts.append(lambda state: any(map(test, get(state))))
    return _all(parts)


def _has_none(asked: bool) -> Test:
    return lambda held: (not held) is asked


def _lacks(asked: Any) -> Test:
    return lambda held: asked not in held


def _external_id(conditions: Conditions) -> Meets:
    [(_, pair)] = conditions
    return lambda state: pair in state.external_ids


_CHILDREN: dict[str, Callable[[Conditions], Meets]] = {
    "email": lambda conditions: _several("emails", conditions),
    "phone": lambda conditions: _several("phones", conditions),
    "tag": lambda conditions: _several("tags", conditions),
    "external_id": _external_id,
}


def upper(text: str) -> str:
    """A text as PostgreSQL's upper() gives it in the locale that LeadHub makes databases with (C.UTF-8): letter
    by letter, so that `ß` stays, which Python makes `SS`."""
    whole = text.upper()
    return whole if len(whole) == len(text) else "".join(map(_upper_letter, text))


def _upper_letter(letter: str) -> str:
    # The title case of a letter that becomes several is often the one letter that Unicode's simple mapping has.
    return next((form for form in (letter.upper(), letter.title()) if len(form) == 1), letter)


def _contains(asked: str) -> Test:
    wanted = upper(asked)
    return lambda held: held is not None and wanted in upper(held)


def _starts_with(asked: str) -> Test:
    wanted = upper(asked)
    return lambda held: held is not None and upper(held).startswith(wanted)


def _in(asked: list[Any]) -> Test:
    wanted = frozenset(asked)
    return lambda held: held in wanted


# Each operator of `kit.filters` as a function of the value that is asked for. A lead without a value meets `ne` and
# `isNull` alone, as there.
_TESTS: dict[str, Callable[[Any], Test]] = {
    "eq": lambda asked: lambda held: held == asked,
    "ne": lambda asked: lambda held: held != asked,
    "in_": _in,
    "lt": lambda asked: lambda held: held is not None and held < asked,
    "lte": lambda asked: lambda held: held is not None and held <= asked,
    "gt": lambda asked: lambda held: held is not None and held > asked,
    "gte": lambda asked: lambda held: held is not None and held >= asked,
    "contains": _contains,
    "starts_with": _starts_with,
    "is_null": lambda asked: lambda held: (held is None) is asked,
}
