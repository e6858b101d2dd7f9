"""Owns the normal and the masked form of e-mail addresses and phone numbers; must not decide who sees which."""

import unicodedata

import email_validator
import phonenumbers

_LONGEST_EMAIL = 254
_HIDDEN = "•••"

# `.test`, `.local`, `.invalid` and the like are taken: a lead is recorded as it came, whether mail can arrive there
# is not asked here, and demonstrations need addresses that never can. The list is part of the library's interface
# and the only way to say so (email-validator 2.4; test_environment=True opens `.test` alone).
email_validator.SPECIAL_USE_DOMAIN_NAMES.clear()


class ContactProblem(ValueError):
    """An e-mail address that cannot be taken; str() is a full sentence for the user."""


def normalise_email(text: str) -> str:
    """Give the form by which e-mail addresses are compared: trimmed, lower case, the domain in ASCII by IDNA.

    Nothing else is stripped, neither dots nor `+tag`: only some hosts ignore them, and taking two people for one is
    worse than missing a duplicate. At most 254 bytes of UTF-8. Raises ContactProblem.
    """
    text = text.strip()
    if len(text) > _LONGEST_EMAIL:
        raise _too_long()
    try:
        parts = email_validator.validate_email(text, check_deliverability=False)
    except email_validator.EmailNotValidError as error:
        raise ContactProblem(str(error)) from None
    local = unicodedata.normalize("NFC", parts.local_part.lower())
    normalised = f"{local}@{parts.ascii_domain}"
    if len(normalised.encode()) > _LONGEST_EMAIL:
        raise _too_long()
    return normalised


def _too_long() -> ContactProblem:
    return ContactProblem(f"An e-mail address may have at most {_LONGEST_EMAIL} characters.")


def email_domain(normalised: str) -> str:
    """Give the domain of an address that `normalise_email` made."""
    return normalised.rpartition("@")[2]


def normalise_domain(text: str) -> str:
    """Give the form by which domains are compared: lower case, in ASCII by IDNA. Raises ContactProblem."""
    return email_domain(normalise_email(f"x@{text.strip().lower().removeprefix('www.')}"))


# Whoever has an address there tells by it nothing of where they work.
_MAILBOXES = frozenset(
    [
        "126.com",
        "163.com",
        "aol.com",
        "bigpond.com",
        "bluewin.ch",
        "btinternet.com",
        "comcast.net",
        "free.fr",
        "freenet.de",
        "gmail.com",
        "gmx.at",
        "gmx.ch",
        "gmx.com",
        "gmx.de",
        "gmx.net",
        "googlemail.com",
        "hotmail.co.uk",
        "hotmail.com",
        "hotmail.de",
        "hotmail.fr",
        "icloud.com",
        "laposte.net",
        "libero.it",
        "live.com",
        "mac.com",
        "mail.com",
        "mail.ru",
        "me.com",
        "msn.com",
        "naver.com",
        "orange.fr",
        "outlook.com",
        "outlook.de",
        "pm.me",
        "proton.me",
        "protonmail.com",
        "qq.com",
        "rediffmail.com",
        "seznam.cz",
        "sfr.fr",
        "t-online.de",
        "uol.com.br",
        "verizon.net",
        "virgilio.it",
        "wanadoo.fr",
        "web.de",
        "wp.pl",
        "yahoo.co.jp",
        "yahoo.co.uk",
        "yahoo.com",
        "yahoo.de",
        "yahoo.fr",
        "yandex.com",
        "yandex.ru",
        "ymail.com",
        "zoho.com",
    ]
)


def company_domain(normalised: str) -> str | None:
    """Give the domain of an address that `normalise_email` made, None for one that anybody can get a mailbox at."""
    domain = email_domain(normalised)
    return None if domain in _MAILBOXES else domain


def normalise_phone(text: str, country: str) -> str | None:
    """Give the E.164 form of a phone number, None for what is not surely one; never raises.

    `country` (ISO 3166 alpha-2) is assumed where no country code is given. Numbers must be *valid*, of a range that
    was given out, not just *possible*, of a length that occurs: `0000000000` and `1234567890` are possible, stand in
    thousands of leads, and would make one person of them all. The price is that a range opened lately matches
    only after an update of `phonenumbers`. A number with an extension is None too: E.164 cannot hold the extension,
    and without it all colleagues behind one switchboard would be the same.
    """
    try:
        number = phonenumbers.parse(text, country.upper())
    except phonenumbers.NumberParseException:
        return None
    if number.extension or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mask_email(text: str) -> str:
    """Mask an address: `ada@example.com` is `a•••@e•••.com`; whatever is no address as `mask_text`."""
    local, at, domain = text.rpartition("@")
    if not at:
        return mask_text(text)
    return f"{mask_text(local)}@{mask_text(domain)}{_top_level(domain)}"


def _top_level(domain: str) -> str:
    """The ending that is no secret: `.com`, but not what somebody typed after a full stop."""
    ending = domain.rpartition(".")[2]
    is_public = "." in domain and ending.isascii() and ending.isalpha() and 2 <= len(ending) <= 6
    return f".{ending}" if is_public else ""


def mask_phone(text: str) -> str:
    """Mask a phone number: `+4930123456` is `•••••••56`, however long; below six digits none is shown."""
    digits = [char for char in text if char.isascii() and char.isdigit()]
    shown = digits[-2:] if len(digits) >= 6 else []
    return "•••••••" + "".join(shown)


def mask_text(text: str) -> str:
    """Mask any other text to its first letter or digit, `Ada` as `A•••`, however long."""
    first = text[:1]
    return f"{first}{_HIDDEN}" if first.isalnum() else _HIDDEN
