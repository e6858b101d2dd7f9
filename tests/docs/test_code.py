"""Every piece of code in docs/ is run as it stands, a chapter in a tenant of its own."""

import re

import pytest

from tests.docs.pages import README, ROOT, Block, blocks
from tests.docs.reading import Reader, check_programs

PAGES = sorted((ROOT / "docs").glob("*.md"))
CHAPTERS = {
    (page.name, block.chapter): [one for one in blocks(page) if one.chapter == block.chapter]
    for page in PAGES
    for block in blocks(page)
}


@pytest.mark.parametrize("chapter", CHAPTERS.values(), ids=[": ".join(names) for names in CHAPTERS])
async def test_a_chapters_code_does_what_the_page_says(chapter: list[Block], reader: Reader) -> None:
    check_programs(chapter)
    await reader.read(chapter)


@pytest.mark.parametrize("language", ["", "ruby", "json", "text"])
async def test_code_that_nothing_runs_and_answers_to_nothing_are_faults(
    language: str, reader: Reader
) -> None:
    with pytest.raises(AssertionError, match="line 7: nothing runs"):
        await reader.read([Block(language, "{}", 7, "Chapter")])


async def test_an_answer_that_is_not_the_one_shown_is_a_fault(reader: Reader) -> None:
    asked = Block("graphql", "{ leads(first: 1) { totalCount nodes { id } } }", 1, "Chapter")
    right = '{"data": {"leads": {"totalCount": 3, "nodes": [{"id": "<ada>"}]}}}'
    wrong = {
        right.replace("3", "4"): "line 2.data.leads.totalCount: shown 4, answered 3",
        right.replace("3", '"3"'): "shown '3', answered 3",
        right.replace('[{"id": "<ada>"}]', "[]"): "line 2.data.leads.nodes: shown",
        right.replace("<ada>", "x<ada>"): "line 2.data.leads.nodes.0.id: shown",
        right.replace('"totalCount": 3, ', ""): "line 2.data.leads: shown",
        right.replace("3", '"<ada>"'): "totalCount: <ada> was '",
    }
    await reader.read([asked, Block("json", right, 2, "Chapter")])
    for shown, says in wrong.items():
        with pytest.raises(AssertionError, match=re.escape(says)):
            await reader.read([asked, Block("json", shown, 2, "Chapter")])


def test_the_readme_holds_only_code_that_other_tests_run() -> None:
    """Setting up: by hand, and in tests/commands; the query: tests/commands/test_demo.py; the rest:
    tests/webhooks/test_readme.py."""
    assert [(one.language, one.chapter) for one in blocks(README)] == [
        ("sh", "Run it"),
        ("graphql", "Run it"),
        ("json", "Run it"),
        ("sh", "Test it"),
        ("python", "Webhooks: verifying what arrives"),
        ("js", "Webhooks: verifying what arrives"),
        ("sh", "A server of your own"),
    ]
