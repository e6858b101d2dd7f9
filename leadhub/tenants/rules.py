"""What a tenant's settings may be."""

import re

import phonenumbers

from leadhub.errors import Invalid
from leadhub.kit.currencies import CURRENCIES

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def read_slug(text: str) -> str:
    """A slug as it is compared; empty for what can be none."""
    slug = text.strip().lower()
    return slug if SLUG.fullmatch(slug) else ""


def read_currency(value: str, *path: str) -> str:
    """An ISO 4217 code."""
    code = value.strip().upper()
    if code not in CURRENCIES:
        raise Invalid("There is no such currency; use an ISO 4217 code such as EUR.", path=path)
    return code


def read_country(value: str, *path: str) -> str:
    """An ISO 3166 code of a country that has phone numbers."""
    code = value.strip().upper()
    if code not in phonenumbers.SUPPORTED_REGIONS:
        raise Invalid("There is no such country; use an ISO 3166 code such as DE.", path=path)
    return code
