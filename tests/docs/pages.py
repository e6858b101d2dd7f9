"""What a Markdown page holds: pieces of code, tables, headings and links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"

_FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)


@dataclass(frozen=True)
class Block:
    """A piece of code, the line where it begins, and the `##` heading above it."""

    language: str
    text: str
    line: int
    chapter: str


def blocks(page: Path) -> list[Block]:
    """The pieces of code of a page, from top to bottom."""
    found, chapter, open_block = [], "", None
    for number, line in enumerate(page.read_text().splitlines(keepends=True), 1):
        assert not line.lstrip(" ").startswith("```") or line.startswith("```"), (
            f"{page.name}:{number}: code is not indented"
        )
        if open_block is None and line.startswith("```"):
            open_block = Block(line.strip("`\n "), "", number + 1, chapter)
        elif open_block is not None and line.rstrip() == "```":
            found.append(open_block)
            open_block = None
        elif open_block is not None:
            open_block = Block(open_block.language, open_block.text + line, open_block.line, chapter)
        elif line.startswith("## "):
            chapter = line[3:].strip()
    assert open_block is None, f"{page.name}:{open_block}: this piece of code does not end"
    return found


def block(page: Path, chapter: str, language: str) -> str:
    """The only piece of code in this language in a chapter."""
    [found] = [one.text for one in blocks(page) if (one.chapter, one.language) == (chapter, language)]
    return found


def table(page: Path, chapter: str, first: str) -> Iterator[list[str]]:
    """The rows of a chapter's table whose first column is called `first`, cell by cell."""
    section = re.split(r"^## ", page.read_text(), flags=re.M)
    [text] = [part for part in section if part.startswith(f"{chapter}\n")]
    lines = iter(text.splitlines())
    assert any(line.startswith(f"| {first} |") for line in lines), (
        f"{page.name}: no table {first!r} in {chapter!r}"
    )
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def anchors(page: Path) -> set[str]:
    """What a link may name behind `#`, as GitHub makes it of headings."""
    titles = _HEADING.findall(_FENCED.sub("", page.read_text()))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def links(page: Path) -> list[str]:
    """Where a page leads to."""
    return _LINK.findall(_FENCED.sub("", page.read_text()))
