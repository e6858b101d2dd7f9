"""Owns the one form in which text enters the database; must not know which field a text is for."""

import re
import unicodedata
from typing import Literal

# Spaces that are trimmed: what str.strip() takes, without the control characters among it, which are refused.
_SPACES = "\t\n\r" + "".join(
    chr(point) for point in range(0x3001) if chr(point).isspace() and unicodedata.category(chr(point)) != "Cc"
)
_NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
_SURROGATES = r"\ud800-\udfff"
# Overrides and isolates make text read differently from what it is ("Trojan Source"); LRM and RLM, which
# names in Hebrew and Arabic need, are let through.
_BIDI_CONTROLS = r"\u202a-\u202e\u2066-\u2069"
_NEVER = _NONCHARACTERS + _SURROGATES + _BIDI_CONTROLS
_REFUSED = re.compile(rf"[\x00-\x1f\x7f-\x9f{_NEVER}]")
_REFUSED_MULTILINE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_NEVER}]")

# One code point of NFC stands for at most four as they were sent (U+1F82 is the longest); a test counts them.
_MOST_COMPOSED = 4

# The Stream-Safe Text Format of Unicode (UAX #15, section 13): no language needs more marks on one letter.
# unicodedata.normalize takes the square of a run of marks: 40,000 of them held the event loop for 1.1 s
# (Python 3.11.7; linear since python/cpython#149079, so needless once the oldest supported Python has that).
_MOST_MARKS = 30
# Not marks by their combining class, but they come apart into nothing else.
_HIDDEN_MARKS = "\u0f73\u0f75\u0f81"


class TextProblem(ValueError):
    """A text that cannot be taken: `code` for the program, str() a full sentence for the user."""

    def __init__(self, code: Literal["TOO_LONG", "INVALID", "REQUIRED"], message: str) -> None:
        super().__init__(message)
        self.code = code


def clean(value: str, *, limit: int, multiline: bool = False) -> str | None:
    r"""Normalise a text: NFC, trimmed, `\r\n` as `\n`; nothing left is None.

    `limit` is in code points after normalising. Raises TextProblem TOO_LONG beyond it, and INVALID for control
    characters (`\n` and `\t` are let through when `multiline`), lone surrogates, noncharacters, bidi overrides
    and isolates, and more than 30 combining marks in a row.
    """
    text = value.strip(_SPACES)
    # Before the costly steps: a text this long stays too long when line ends and letters are joined.
    if len(text) > _MOST_COMPOSED * limit:
        raise _too_long(limit, len(text))
    text = text.replace("\r\n", "\n")
    _refuse_characters(text, _REFUSED_MULTILINE if multiline else _REFUSED)
    if not text.isascii():
        _refuse_piles_of_marks(text)
        text = unicodedata.normalize("NFC", text)
    if len(text) > limit:
        raise _too_long(limit, len(text))
    return text or None


def _too_long(limit: int, length: int) -> TextProblem:
    return TextProblem("TOO_LONG", f"The text may have at most {limit} characters and has {length}.")


def _refuse_characters(text: str, refused: re.Pattern[str]) -> None:
    found = refused.search(text)
    if found:
        point = f"U+{ord(found[0]):04X}"
        raise TextProblem("INVALID", f"The text holds the character {point}, which is not allowed.")


def _refuse_piles_of_marks(text: str) -> None:
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) or char in _HIDDEN_MARKS else 0
        if run > _MOST_MARKS:
            raise TextProblem(
                "INVALID",
                f"The text holds more than {_MOST_MARKS} combining marks in a row, which is not allowed.",
            )
