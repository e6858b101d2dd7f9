"""Owns how a mail leaves the house; must not know what mails there are or who may have one."""

import asyncio
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from urllib.parse import unquote, urlsplit

import aiosmtplib

_TIMEOUT_SECONDS = 10


class MailProblem(Exception):  # noqa: N818
    """A mail that was not taken over by the server; str() is one line without addresses or passwords."""


class Mail:
    """Sends plain text over the SMTP server that `url` names; without one, nothing can be sent.

    `smtps://user:password@host:port` is TLS from the start. `smtp://` is upgraded by STARTTLS where the server offers
    it, and stays readable on the way where it does not: right for a server next door. `sender` is `a@b.c` or
    `Name <a@b.c>`. Raises ValueError for a URL that is none.
    """

    def __init__(self, url: str | None, sender: str) -> None:
        self._server = _server(url) if url else None
        self._sender = sender

    @property
    def enabled(self) -> bool:
        """Whether there is a server to send through."""
        return self._server is not None

    async def send(self, to: str, subject: str, text: str) -> None:
        """Hand one mail to the server, within 10 s; raises MailProblem."""
        if self._server is None:
            raise MailProblem("No mail server is configured.")
        message = _message(self._sender, to, subject, text)
        try:
            async with asyncio.timeout(_TIMEOUT_SECONDS):
                await self._server.send(message, to)
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise MailProblem(f"The mail server did not take the mail ({_reason(error)}).") from error


class _Server:
    def __init__(
        self, host: str, port: int | None, *, tls: bool, user: str | None, password: str | None
    ) -> None:
        self._host, self._port, self._tls = host, port, tls
        self._user, self._password = user, password

    async def send(self, message: EmailMessage, to: str) -> None:
        await aiosmtplib.send(
            message,
            recipients=[to],
            hostname=self._host,
            port=self._port,
            username=self._user,
            password=self._password,
            use_tls=self._tls,
            timeout=_TIMEOUT_SECONDS,
        )
