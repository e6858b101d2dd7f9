"""Owns how a mail is handed to the mail server; must not know what mails there are or who may have one."""

import asyncio
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import localtime, make_msgid, parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

import aiosmtplib

_TIMEOUT_SECONDS = 10


class MailProblem(Exception):
    """A mail that the server did not take; str() is one line, without addresses of people and passwords."""


class Mail:
    """Sends plain text through the SMTP server that `url` names; without one, nothing can be sent.

    `smtps://user:password@host:port` is TLS from the start. `smtp://` is upgraded by STARTTLS where the server offers
    it and can be read on the way where it does not, which is right for a server next door alone. `sender` is `a@b.c`
    or `Name <a@b.c>`. Raises ValueError for a URL or a sender that is none.
    """

    def __init__(self, url: str | None, sender: str) -> None:
        self._url = _server(url) if url else None
        self._sender = _sender(sender)

    @property
    def enabled(self) -> bool:
        """Whether there is a server to send through."""
        return self._url is not None

    async def send(self, to: str, subject: str, text: str) -> None:
        """Hand a mail to the server, within 10 s; raises MailProblem."""
        if self._url is None:
            raise MailProblem("No mail server is configured.")
        message = _message(self._sender, to, subject, text)
        try:
            async with asyncio.timeout(_TIMEOUT_SECONDS):  # of all steps together; the library's is for each
                await _hand_over(self._url, message, to)
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            # Not "from error": the library's errors hold the recipient, and tracebacks are logged.
            raise MailProblem(f"The mail server did not take the mail ({_reason(error)}).") from None


def _server(url: str) -> SplitResult:
    parts = urlsplit(url)
    try:
        has_port = parts.port != 0
    except ValueError:
        has_port = False
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or not has_port:
        raise ValueError(
            "The SMTP URL must be smtp://user:password@host:port or smtps://user:password@host:port."
        )
    return parts


def _sender(text: str) -> Address:
    name, address = parseaddr(text)
    local, _, domain = address.rpartition("@")
    if not local or not domain:
        raise ValueError("The sender of mails must be an e-mail address, or a name and an address in <>.")
    return Address(name, local, domain)


def _message(sender: Address, to: str, subject: str, text: str) -> EmailMessage:
    """EmailMessage refuses line breaks in headers, so that no header can be smuggled in."""
    local, _, domain = to.rpartition("@")
    message = EmailMessage()
    try:
        message["From"] = sender
        message["To"] = Address(username=local, domain=domain)  # a comma in it does not make two recipients
        message["Subject"] = subject
        message["Date"] = localtime()
        # The default domain is this machine's, whose look-up would block the event loop.
        message["Message-ID"] = make_msgid(domain=sender.domain)
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
        message.set_content(text)
    except ValueError:
        raise MailProblem("The recipient, subject or text holds characters that a mail cannot.") from None
    return message


async def _hand_over(url: SplitResult, message: EmailMessage, to: str) -> None:
    await aiosmtplib.send(
        message,
        recipients=[to],
        hostname=url.hostname,
        port=url.port,
        username=unquote(url.username) if url.username else None,
        password=unquote(url.password) if url.password else None,
        use_tls=url.scheme == "smtps",
        timeout=_TIMEOUT_SECONDS,
    )


def _reason(error: Exception) -> str:
    """What helps whoever runs the server; an answer's text is left out, for it often repeats the recipient."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        error = error.recipients[0]
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return f"{type(error).__name__}, answer {error.code}"
    if isinstance(error, aiosmtplib.SMTPConnectError):
        return str(error)
    return type(error).__name__
