"""What a process tells Prometheus, read through HTTP."""

from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families


async def measured(http: ClientSession, metrics_url: str) -> dict[str, float]:
    """The value of each sample, by its name; of those with labels the sum."""
    async with http.get(metrics_url) as answer:
        assert answer.status == 200
        text = await answer.text()
    found: dict[str, float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found[sample.name] = found.get(sample.name, 0.0) + sample.value
    return found
