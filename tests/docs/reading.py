"""Somebody who reads a chapter from its top and tries each piece of code as it stands."""

import asyncio
import json
import os
import shutil
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse

from tests.docs.pages import Block
from tests.docs.shown import Names
from tests.world import PASSWORD, Company

# What pages say for the demo, and a test has otherwise.
ADDRESS, TENANT, DEMO_PASSWORD = "http://127.0.0.1:8000", "acme", "leadhub-demo"
WITHIN = 60.0
PROGRAMS = {"sh": "curl", "js": "node"}
SHOWN = {"json", "text"}


class Reader:
    """Signed in as the owner of a tenant; `LEADHUB` and `TOKEN` are set as the first chapter sets them."""

    def __init__(self, company: Company, folder: Path) -> None:
        self._company = company
        self._folder = folder
        self._names = Names()
        self._waiting: deque[Block] = deque()
        self._run: dict[str, Callable[[Block], Awaitable[Any]]] = {
            "graphql": self._graphql,
            "sh": self._shell,
            "python": self._python,
            "js": self._javascript,
        }

    async def read(self, chapter: Iterable[Block]) -> None:
        """Runs the chapter's code. What is shown after a piece of code must be what came of it."""
        self._waiting = deque(chapter)
        while self._waiting:
            block = self._waiting.popleft()
            run = self._run.get(block.language)
            assert run is not None, (
                f"line {block.line}: nothing runs {block.language or 'code of no language'}"
            )
            came = await run(block)
            if self._waiting and self._waiting[0].language in SHOWN:
                self._compare(self._waiting.popleft(), came)

    def _compare(self, shown: Block, came: Any) -> None:
        where = f"line {shown.line}"
        if shown.language == "text":
            self._names.check(shown.text.splitlines(), came.splitlines(), where)
            return
        expected = json.loads(shown.text)
        answer = json.loads(came) if isinstance(came, str) else came
        if "cost" not in expected.get("extensions", {}):
            answer = _without_cost(answer)
        self._names.check(expected, answer, where)

    async def _graphql(self, block: Block) -> Any:
        """Its variables, where it has any, are in the block after it."""
        operations = [
            one for one in parse(block.text).definitions if isinstance(one, OperationDefinitionNode)
        ]
        variables = {}
        if any(one.variable_definitions for one in operations):
            variables = self._names.filled(json.loads(self._here(self._waiting.popleft().text)))
        answer = await self._company.owner(self._here(block.text), **variables)
        is_shown = self._waiting and self._waiting[0].language in SHOWN
        assert is_shown or not answer.errors, f"line {block.line}: {answer.errors}"
        return json.loads(self._there(json.dumps(answer.body)))

    async def _shell(self, block: Block) -> str:
        """What it sets is there for the next one."""
        state = self._folder / "state.sh"
        before = f". {state}\n" if state.exists() else ""
        text = self._names.filled(self._here(block.text))
        return await self._process("sh", "-c", f"{before}set -aeu\n{text}\nexport -p > {state}\n")

    async def _python(self, block: Block) -> str:
        return await self._program(block, sys.executable, "block.py")

    async def _javascript(self, block: Block) -> str:
        return await self._program(block, "node", "block.mjs")

    async def _program(self, block: Block, program: str, name: str) -> str:
        path = self._folder / name
        path.write_text(self._here(block.text))
        return await self._process(program, str(path))

    async def _process(self, *command: str) -> str:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=self._folder, env=self._environment(), stdout=-1, stderr=-1
        )
        try:
            async with asyncio.timeout(WITHIN):
                out, error = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
        assert (process.returncode, error.decode()) == (0, ""), f"{command}\n{out.decode()}"
        return self._there(out.decode())

    def _environment(self) -> dict[str, str]:
        given = {"LEADHUB": f"{self._company.world.url}/graphql", "TOKEN": self._company.owner.token or ""}
        return {**os.environ, **given}

    def _here(self, text: str) -> str:
        """A page's text with this test's server, tenant and password."""
        here = text.replace(ADDRESS, self._company.world.url).replace(DEMO_PASSWORD, PASSWORD)
        return here.replace(TENANT, self._company.slug)

    def _there(self, text: str) -> str:
        return text.replace(self._company.world.url, ADDRESS).replace(self._company.slug, TENANT)


def _without_cost(answer: dict[str, Any]) -> dict[str, Any]:
    rest = {name: part for name, part in answer.get("extensions", {}).items() if name != "cost"}
    answer = {name: part for name, part in answer.items() if name != "extensions"}
    return {**answer, "extensions": rest} if rest else answer


def check_programs(chapter: Iterable[Block]) -> None:
    """Skips, visibly, what this machine cannot run."""
    for block in chapter:
        program = PROGRAMS.get(block.language, "sh")
        if shutil.which(program) is None:
            pytest.skip(f"there is no {program}")
