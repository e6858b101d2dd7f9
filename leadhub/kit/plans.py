"""What an operation selects of an object type, compiled: a function that answers a row, and the steps that answer for all
rows of a list together what must be loaded for it."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from leadhub.kit.leaves import NotUsual, Write

Answer = dict[str, Any]
Read = Callable[[Any], Any]
Values = Callable[[Sequence[Any]], Awaitable[Sequence[Any]]]


class Step(Protocol):
    """Answers one field for all rows together."""

    async def fill(self, rows: Sequence[Any], answers: Sequence[Answer]) -> None:
        """Puts the field into the answers, which stand in the order of the rows."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """Answers rows of one type. Raises for whatever would be an error or is not usual; nothing is half answered."""

    is_type_of: Callable[[Any, Any], Any] | None
    answer: Read
    steps: tuple[Step, ...]
    # What it reads of a row, or of the rows of a page; None: everything.
    columns: frozenset[str] | None
    # What PostgreSQL writes for it, by the names under which it comes with the rows.
    texts: Mapping[str, str]
    is_page: bool
    # Answers a list of rows as one, where that is less to do than each of them.
    together: Callable[[Sequence[Any]], Any] | None = None

    @property
    def must_wait(self) -> bool:
        """Whether rows alone do not answer."""
        return self.is_page or bool(self.steps)

    async def prepare(self, pages: Sequence[Any]) -> None:
        """Has pages read, now that it is known what is wanted of their rows."""
        if self.is_page:
            for page in pages:
                await page.read(self.columns, self.texts)

    def begin(self, rows: Sequence[Any]) -> list[Answer]:
        """The rows' answers as far as they can be told from the rows."""
        if self.is_type_of is not None:
            for row in rows:
                if self.is_type_of(row, None) is not True:
                    raise NotUsual
        return list(map(self.answer, rows))

    async def run(self, rows: Sequence[Any]) -> list[Answer]:
        """The rows' answers."""
        await self.prepare(rows)
        answers = self.begin(rows)
        await self.finish(rows, answers)
        return answers

    async def finish(self, rows: Sequence[Any], answers: Sequence[Answer]) -> None:
        """What had to wait."""
        if rows:
            for step in self.steps:
                await step.fill(rows, answers)


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands around an object type: `Lead`, `Lead!`, `[Lead!]!` and the like."""

    is_list: bool
    is_required: bool
    is_each_required: bool

    def objects(self, values: Sequence[Any]) -> Iterator[Any]:
        """All objects in the values of a field; raises for a value that the shape does not allow."""
        for value in values:
            if value is None:
                if self.is_required:
                    raise NotUsual
            elif not self.is_list:
                yield value
            elif value.__class__ is not list or (self.is_each_required and None in value):
                raise NotUsual
            else:
                yield from (one for one in value if one is not None)

    def put(self, value: Any, done: Iterator[Answer]) -> Any:
        """The same value with its objects' answers in place of them."""
        if value is None:
            return None
        if not self.is_list:
            return next(done)
        return [None if one is None else next(done) for one in value]


@dataclass(frozen=True, slots=True)
class Below:
    """A field of objects: `values` finds them for all rows, and the plan answers each of them once."""

    name: str
    shape: Shape
    plan: Plan
    values: Values

    async def fill(self, rows: Sequence[Any], answers: Sequence[Answer]) -> None:
        values = await self.values(rows)
        objects = {id(one): one for one in self.shape.objects(values)}
        done = dict(zip(objects, await self.plan.run(list(objects.values())), strict=True))
        for value, answer in zip(values, answers, strict=True):
            answer[self.name] = self.shape.put(value, (done[id(one)] for one in self.shape.objects([value])))


@dataclass(frozen=True, slots=True)
class Later:
    """A field of leaves that must be waited for."""

    name: str
    write: Write
    values: Values

    async def fill(self, rows: Sequence[Any], answers: Sequence[Answer]) -> None:
        for value, answer in zip(await self.values(rows), answers, strict=True):
            answer[self.name] = self.write(value)


def nested(shape: Shape, plan: Plan, read: Read) -> Read:
    """Answers a field of objects that are at hand, and that a plan without steps answers."""
    together = plan.together
    if together is not None and shape.is_list:
        return lambda row: together(read(row))

    def answer(row: Any) -> Any:
        value = read(row)
        return shape.put(value, iter(plan.begin(list(shape.objects([value])))))

    return answer
