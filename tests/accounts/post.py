"""A mail server for tests, on this machine alone, and what came to it."""

import asyncio
import email
import email.policy
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP


class Post:
    """Takes mails, or refuses them when `is_open` is false."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.is_open = True
        self.port = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if not self.is_open:
            return "451 Try again later"
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"

    async def next(self) -> EmailMessage:
        """The next mail, which may still be on its way."""
        await until(lambda: bool(self.mails))
        return self.mails.pop(0)


async def until(is_so: Callable[[], bool]) -> None:
    """Waits for what happens beside the answer; at most five seconds."""
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - what is waited for knows no event
            await asyncio.sleep(0.02)


def token_in(mail: EmailMessage) -> str:
    """The one-time token that a mail carries."""
    [token] = re.findall(r"lh[ip]_[\w-]+", mail.get_content())
    return token


@asynccontextmanager
async def post_office() -> AsyncIterator[Post]:
    """A real SMTP server on a free port of 127.0.0.1."""
    post, loop = Post(), asyncio.get_running_loop()
    listening = await loop.create_server(lambda: SMTP(post, loop=loop, hostname="mail.test"), "127.0.0.1", 0)
    async with listening:
        post.port = listening.sockets[0].getsockname()[1]
        yield post
