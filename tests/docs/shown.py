"""What pages show and what was answered: compared, but for what differs from one reader to the next.

`<name>` stands for such a value, in any text. The same name is the same value throughout a chapter, also where it is
sent. A text that is nothing but `<name>` stands for a number, too. Of `extensions`, `cost` is compared where it is
shown.
"""

import re
from typing import Any

_NAME = re.compile(r"<([a-z][a-z -]*)>")


class Names:
    """What each name stands for, as far as it was seen."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def filled(self, value: Any) -> Any:
        """A value to send, with what its names stand for."""
        if isinstance(value, dict):
            return {key: self.filled(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self.filled(part) for part in value]
        if not isinstance(value, str):
            return value
        if whole := _NAME.fullmatch(value):
            return self._values[whole[1]]
        return _NAME.sub(lambda name: str(self._values[name[1]]), value)

    def check(self, shown: Any, found: Any, where: str = "answer") -> None:
        """Raises AssertionError that says where they differ."""
        if isinstance(shown, dict) and isinstance(found, dict):
            assert list(shown) == list(found), f"{where}: shown {list(shown)}, answered {list(found)}"
            for key, part in shown.items():
                self.check(part, found[key], f"{where}.{key}")
        elif isinstance(shown, list) and isinstance(found, list):
            assert len(shown) == len(found), f"{where}: shown {shown}, answered {found}"
            for at, part in enumerate(shown):
                self.check(part, found[at], f"{where}.{at}")
        elif isinstance(shown, str) and _NAME.search(shown):
            self._check_names(shown, found, where)
        else:
            same = type(shown) is type(found) and shown == found
            assert same, f"{where}: shown {shown!r}, answered {found!r}"

    def _check_names(self, shown: str, found: Any, where: str) -> None:
        if whole := _NAME.fullmatch(shown):
            self._meet(whole[1], found, where)
            return
        pieces = _NAME.split(shown)  # text, name, text, name, text
        pattern = "".join("(.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))
        match = re.fullmatch(pattern, str(found), re.S)
        assert match is not None, f"{where}: shown {shown!r}, answered {found!r}"
        for name, value in zip(pieces[1::2], match.groups(), strict=True):
            self._meet(name, value, where)

    def _meet(self, name: str, value: Any, where: str) -> None:
        assert value is not None, f"{where}: <{name}> is null"
        known = self._values.setdefault(name, value)
        assert str(known) == str(value), f"{where}: <{name}> was {known!r} before, now {value!r}"
