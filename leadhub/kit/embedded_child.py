"""Turns itself into a program of PostgreSQL, as an account and for as long as its parent lives; imports nothing else.

Run as `python embedded_child.py PARENT UID GID COMMAND...`, where uid 0 means: stay who you are. A program of its own
and not a `preexec_fn`: that runs Python between fork and exec, which can deadlock (and from Python 3.12 on warns) in a
process that has threads, and an event loop has them.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def become(parent: int, uid: int, gid: int, command: list[str]) -> None:
    if uid:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    os.umask(0o077)
    if sys.platform == "linux":
        # After setuid, which clears it. SIGINT is the fast shutdown: clients are cut off and what is committed is
        # written out, so the next start need not recover; SIGTERM would wait for clients. It may be ignored here
        # when a shell started LeadHub in the background.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
        if os.getppid() != parent:  # it ended before we asked to be told
            sys.exit(1)
    # PG* and LC_* variables of the caller must not steer the server.
    os.execve(command[0], command, {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"})  # noqa: S606


if __name__ == "__main__":
    become(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
