"""Where webhooks may go, as far as it can be said before anything is sent."""

import pytest

from leadhub.webhooks.rules import url_problem
from tests.webhooks.made import listed, make, nothing_written
from tests.world import Company

NEVER = [
    "hooks.example.com",
    "//hooks.example.com/",
    "ftp://hooks.example.com/",
    "javascript:alert(1)",
    "https://",
    "https:///leads",
    "https://.",
    "https://[::1",
    "https://hooks.example.com:0/",
    "https://hooks.example.com:99999/",
    "https://user:password@hooks.example.com/",
    "https://user@hooks.example.com/",
    "https://@hooks.example.com/",
    "https://hooks.example.com/#part",
    "https://hooks.example.com/#",
    "https://hooks.example.com\\@evil.test/",
    "https://hooks.example.com/a b",
    "https://bücher.example/",
    "https://hooks%2eexample.com/",
    "https://10.0.0.1/",
    "https://192.168.1.1:8443/leads",
    "https://169.254.169.254/latest/meta-data",
    "https://0.0.0.0/",
    "https://[fd00::1]/",
    "https://[fe80::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://2130706433/",
    "https://10.1/",
    "https://0x0a000001/",
    "https://0x0a.0.0.1./",
]


@pytest.mark.parametrize("url", NEVER)
async def test_an_address_that_nothing_may_be_sent_to_is_refused(company: Company, url: str) -> None:
    error = await company.owner.refused("createWebhookEndpoint", {"url": url}, "secret")
    assert (error["code"], error["path"]) == ("INVALID", ["input", "url"])
    assert await nothing_written(company)


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example.com",
        "https://HOOKS.example.com:8443/leads?key=1&x=%20",
        "https://xn--bcher-kva.example/",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/leads",
    ],
)
def test_an_address_on_the_internet_is_taken(url: str) -> None:
    assert url_problem(url, allow_loopback=False) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1:8000/",
        "https://[::1]:8000/",
        "https://localhost:8000/",
        "https://hooks.localhost/",
        "http://hooks.example.com/",
    ],
)
def test_this_machine_and_plain_http_are_for_development(url: str) -> None:
    """The server of these tests allows them; in production it cannot be allowed."""
    assert url_problem(url, allow_loopback=True) is None
    assert url_problem(url, allow_loopback=False) is not None


async def test_a_url_is_kept_as_it_was_typed_but_for_space_around_it(company: Company) -> None:
    made = await make(company.owner, url=" https://Hooks.example.com/Leads?a=1 ")
    assert made["url"] == "https://Hooks.example.com/Leads?a=1"


async def test_a_url_is_at_most_2000_characters_long(company: Company) -> None:
    longest = "https://hooks.example.com/" + "x" * 1974
    error = await company.owner.refused("createWebhookEndpoint", {"url": longest + "x"})
    assert (error["code"], error["path"]) == ("TOO_LONG", ["input", "url"])
    assert await nothing_written(company)
    assert (await make(company.owner, url=longest))["url"] == longest


async def test_a_changed_url_is_looked_at_too(company: Company) -> None:
    made = await make(company.owner)
    error = await company.owner.refused(
        "updateWebhookEndpoint", {"id": made["id"], "url": "https://10.0.0.1/"}
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "url"])
    assert await listed(company) == [made]
