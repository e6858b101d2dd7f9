"""Owns how PostgreSQL's processes are started, waited for and ended; must not know whose they are."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadhub.kit import embedded_child

POLL = 0.01
# What PostgreSQL calls fast and immediate shutdown, each with the seconds it gets. Both end every client.
SHUTDOWNS = ((signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))


@dataclass(frozen=True)
class Account:
    """Whom to run as; zero means: whoever we are."""

    uid: int = 0
    gid: int = 0


def spawn(command: list[str], *, account: Account, log: Path) -> subprocess.Popen[bytes]:
    """Run `command` in a session of its own, so that Ctrl-C in the terminal does not reach it.

    To be called on the thread of the event loop: Linux ends the child when the *thread* that started it ends.
    """
    who = [str(number) for number in (os.getpid(), account.uid, account.gid)]
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own binaries
            [sys.executable, "-I", "-S", embedded_child.__file__, *who, *command],
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            cwd="/",  # ours may be closed to that user
            start_new_session=True,
        )
    finally:
        os.close(descriptor)


async def ended(process: subprocess.Popen[bytes], seconds: float, *, poll: float = POLL) -> bool:
    """Whether `process` ended within `seconds`. Polls, so that it needs no child watcher and any event loop will do."""
    until = time.monotonic() + seconds
    while process.poll() is None:
        if time.monotonic() >= until:
            return False
        await asyncio.sleep(poll)
    return True


async def end(process: subprocess.Popen[bytes]) -> None:
    """End our own child: politely, then less so."""
    for number, patience in SHUTDOWNS:
        if process.poll() is None:
            process.send_signal(number)
        if await ended(process, patience):
            return


def of_data(data: Path) -> list[Any]:
    """The PostgreSQL processes of a data folder: every one of them has it as its working directory.

    That is also the proof that a number in `postmaster.pid` is not by now some other program's.
    """
    import psutil  # noqa: PLC0415  (comes with the extra `embedded`)

    found = []
    for process in psutil.process_iter(["name"]):
        if (process.info["name"] or "").startswith("postgres"):
            try:
                if process.cwd() == str(data):
                    found.append(process)
            except psutil.Error:  # ended meanwhile, or another user's
                continue
    return found


def end_leftovers(data: Path) -> bool:
    """End what a killed run left behind, and its `postmaster.pid`. False when something would not end.

    Backends outlive a killed postmaster for a moment and hold its shared memory, with which no other can start.
    """
    import psutil  # noqa: PLC0415

    stale = data / "postmaster.pid"
    for number, patience in SHUTDOWNS:
        postmaster = ""
        with suppress(FileNotFoundError):
            postmaster = stale.read_text().split("\n")[0]
        left = of_data(data)
        leaders = [process for process in left if str(process.pid) == postmaster]
        # SIGINT means something else to a backend, and something dangerous to an orphaned checkpointer: it would
        # write that the server was shut down. Orphans end by themselves, or at the next signal.
        spared = number == signal.SIGINT
        for process in leaders if spared else left:
            with suppress(psutil.NoSuchProcess):  # it makes sure that the number is still that process's
                process.send_signal(number)
        until = time.monotonic() + (1.0 if spared and not leaders else patience)
        while of_data(data):
            if time.monotonic() >= until:
                break
            time.sleep(POLL)
        else:
            # Else the server refuses to start when another program of the same user has that number by now.
            stale.unlink(missing_ok=True)
            return True
    return False
