"""Where a form is found, and how it gets into somebody's page."""

from typing import Any

from leadhub.capture.page import snippet
from leadhub.capture.types import CaptureForm
from leadhub.kit.actor import services
from leadhub.kit.node import computed, extends

PATH = "/f/"


def _page_url(root: Any) -> str:
    return f"{services().issuer}{PATH}{root.public_key}"


def _embed(root: Any) -> str:
    return snippet(root, _page_url(root))


@extends(CaptureForm)
class FormLinks:
    page_url: str = computed(
        _page_url,
        "Its page, for a link or an iframe. `utm_` parameters of the address are kept.",
        "public_key",
    )
    embed_html: str = computed(
        _embed,
        "The form as HTML, to be put into a page of one of its origins; it needs no script. Put it in anew when the form "
        "changes.",
        *("public_key", "asks", "honeypot_field", "consent_text"),
    )
