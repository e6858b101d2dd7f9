"""What makes two leads look like one person, in plain values: it asks no database."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from leadhub.duplicates.models import DuplicateReason
from leadhub.kit.contacts import company_domain

# A sure sign is worth a lot, and several signs are worth more, up to 100.
WEIGHTS = {
    DuplicateReason.EMAIL: 80,
    DuplicateReason.PHONE: 60,
    DuplicateReason.NAME_AND_COMPANY: 50,
    DuplicateReason.SIMILAR_NAME: 20,
}
# From here on two leads are equal in something. A similar name alone is a hint for people, never a reason to refuse.
STRONG = 50

# "Jon" and "John", "Meier" and "Meyer" are similar (0.86 and 0.8); "Anna" and "Anton" are not (0.67).
_SIMILAR = 0.75
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared of a lead, or of what may become one; e-mails and phones in their normal form."""

    first_name: str | None = None
    last_name: str | None = None
    company_name: str | None = None
    website: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    @property
    def name(self) -> tuple[str, ...]:
        """The words of the name, in a fixed order: some write the family name first."""
        return tuple(sorted(_words(f"{self.first_name or ''} {self.last_name or ''}")))


def keys_of(person: Person) -> list[str]:
    """What a person is looked up by besides e-mail and phone: `n:` name and company, which are equal or not, and `d:`
    company domain and initials, behind which a similar full name may be."""
    name, company = person.name, _words(person.company_name or "")
    keys = {f"n:{' '.join(name)}|{' '.join(company)}"} if name and company else set()
    if len(name) > 1:  # half a name is like too many others
        initials = "".join(word[0] for word in name)
        keys |= {f"d:{domain}|{initials}" for domain in _domains(person)}
    return sorted(key[:_LONGEST_KEY] for key in keys)


# Beyond it, keys are equal when their beginnings are: names and companies have 400 characters together.
_LONGEST_KEY = 500


def _domains(person: Person) -> set[str]:
    addresses = list(person.emails)
    if person.website is not None:
        host = (urlsplit(person.website).hostname or "").removeprefix("www.")
        addresses.append(f"web@{host}")
    return {domain for domain in map(company_domain, addresses) if domain}


def is_similar(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, in words, may be spellings of one."""
    if len(one) != len(other):
        return False
    return all(_ratio(*sorted(pair)) >= _SIMILAR for pair in zip(one, other, strict=True))


def _ratio(one: str, other: str) -> float:
    # It depends on which comes first: the caller sorts them.
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def weigh(reasons: Iterable[DuplicateReason]) -> int:
    """How sure it is, from 1 to 100."""
    return min(100, sum(WEIGHTS[reason] for reason in reasons))


def _words(text: str) -> list[str]:
    """The words of a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))
