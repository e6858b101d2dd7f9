"""A form as HTML: a page of its own, for a link or an iframe, and a snippet for somebody's website. Both need no
script, and nothing from elsewhere."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from typing import Any
from urllib.parse import urlsplit

from leadhub.capture.asks import CONSENT, REFERRER, STAMP, UTM, consent_mark
from leadhub.capture.models import CaptureFieldType as Type
from leadhub.capture.models import CaptureForm

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 32rem; padding: 1.5rem; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 1rem; }
.field { margin: 0 0 1rem; }
label { display: block; font-weight: 600; margin: 0 0 .25rem; }
.choice label { display: inline; font-weight: 400; }
input:not([type=checkbox]), textarea { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem .6rem;
  border: 1px solid #767676; border-radius: .4rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.4rem; border: 0; border-radius: .4rem;
  background: #1d4ed8; color: #fff; cursor: pointer; }
:is(input, textarea, button):focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
.away { position: absolute; left: -10000px; height: 1px; width: 1px; overflow: hidden; }
"""
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()

_INPUTS = {
    Type.TEXT: 'type="text" maxlength="2000"',
    Type.EMAIL: 'type="email" maxlength="254"',
    Type.PHONE: 'type="tel" maxlength="50"',
    Type.URL: 'type="text" inputmode="url" maxlength="500"',
    Type.NUMBER: 'type="number" step="any"',
    Type.DATE: 'type="date"',
}
# The names by which browsers know what to fill in.
_AUTOCOMPLETE = {
    "firstName": "given-name",
    "lastName": "family-name",
    "jobTitle": "organization-title",
    "companyName": "organization",
    "email": "email",
    "phone": "tel",
    "website": "url",
    "address.street": "street-address",
    "address.city": "address-level2",
    "address.region": "address-level1",
    "address.postalCode": "postal-code",
    "address.country": "country",
}


def security_policy(form: CaptureForm) -> str:
    """What a browser may do with the page: show it, send it here and go where the form leads, and let the form's own
    origins frame it."""
    goal = _origin(form.redirect_url) if form.redirect_url else ""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src 'sha256-{_STYLE_HASH}'",
            f"form-action 'self' {goal}".rstrip(),
            "frame-ancestors " + (" ".join(form.allowed_origins) or "'none'"),
            "base-uri 'none'",
        ]
    )


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def form_page(
    form: CaptureForm, action: str, stamp: str, query: Mapping[str, str], referer: str | None
) -> str:
    """The form as a page that was given out now, with what its own address says of where somebody came from."""
    hidden = {STAMP: stamp, REFERRER: referer or ""}
    hidden |= {name: query[name] for name in (f"utm_{part}" for part in UTM) if name in query}
    body = _form(form, action, hidden, 'class="away"')
    return _page(form.name, f"<h1>{escape(form.name)}</h1>\n{body}")


def thanks_page() -> str:
    """What somebody sees who sent a form that leads nowhere else."""
    return _page("Thank you", '<h1>Thank you</h1>\n<p role="status">We have received what you sent.</p>')


def snippet(form: CaptureForm, action: str) -> str:
    """The form for somebody's own page."""
    return _form(form, action, {}, "hidden")


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _form(form: CaptureForm, action: str, hidden: Mapping[str, str], away: str) -> str:
    return "\n".join(
        [
            f'<form action="{escape(action)}" method="post" accept-charset="utf-8">',
            *(
                f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
                for name, value in hidden.items()
            ),
            *(_field(at, ask) for at, ask in enumerate(form.asks, 1)),
            *_honeypot(form, away),
            *_consent(form),
            '<div class="field"><button type="submit">Send</button></div>',
            "</form>",
        ]
    )


def _field(at: int, ask: Mapping[str, Any]) -> str:
    kind, id, name = Type(ask["type"]), f"leadhub-{at}", escape(ask["name"])
    label = escape(ask["label"] or ask["name"])
    needed = " required" if ask["required"] else ""
    if kind is Type.BOOLEAN:
        box = f'<input type="checkbox" id="{id}" name="{name}" value="true"{needed}>'
        return f'<div class="field choice">{box} <label for="{id}">{label}</label></div>'
    known = _AUTOCOMPLETE.get(ask["leadField"] or "")
    more = f' autocomplete="{known}"' if known else ""
    if kind is Type.LONG_TEXT:
        field = f'<textarea id="{id}" name="{name}" rows="5" maxlength="10000"{needed}{more}></textarea>'
    else:
        field = f'<input id="{id}" name="{name}" {_INPUTS[kind]}{needed}{more}>'
    hint = "" if ask["required"] else " (optional)"
    return f'<div class="field"><label for="{id}">{label}{hint}</label>{field}</div>'


def _honeypot(form: CaptureForm, away: str) -> Iterator[str]:
    if form.honeypot_field is not None:
        name = escape(form.honeypot_field)
        yield (
            f'<div {away} aria-hidden="true"><label for="leadhub-0">Leave this empty</label>'
            f'<input type="text" id="leadhub-0" name="{name}" tabindex="-1" autocomplete="off"></div>'
        )


def _consent(form: CaptureForm) -> Iterator[str]:
    if form.consent_text is not None:
        yield (
            f'<div class="field choice"><input type="checkbox" id="leadhub-consent" name="{CONSENT}" '
            f'value="{consent_mark(form.consent_text)}"> '
            f'<label for="leadhub-consent">{escape(form.consent_text)}</label></div>'
        )
