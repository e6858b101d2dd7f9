import asyncio
import errno
import time

import aiohttp
import pytest
from aiohttp import web
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from leadhub.kit import metrics


@pytest.fixture
async def url():
    runner = await metrics.serve_metrics("127.0.0.1", 0)
    yield f"http://127.0.0.1:{metrics.bound_port(runner)}"
    await runner.cleanup()


async def get(url):
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


def sample(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0


async def test_metrics_are_served(url):
    metrics.requests.labels(operation="leads", outcome="ok").inc()
    metrics.request_seconds.labels(operation="leads").observe(0.02)
    metrics.execution_seconds.observe(0.01)
    metrics.sign_ins.labels(outcome="ok").inc()
    metrics.refusals.labels(code="THROTTLED").inc()
    metrics.in_flight.set(1)
    metrics.build_info.info({"version": "0.1.0"})
    status, text = await get(f"{url}/metrics")
    assert status == 200
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert {
        "leadhub_requests",
        "leadhub_request_seconds",
        "leadhub_execution_seconds",
        "leadhub_sign_ins",
        "leadhub_refusals",
        "leadhub_in_flight",
        "leadhub_event_loop_lag_seconds",
        "leadhub_build_info",
    } <= set(families)
    assert families["leadhub_build_info"].samples[0].labels == {"version": "0.1.0"}


async def test_labels_are_few_and_name_nobody(url):
    _, text = await get(f"{url}/metrics")
    ours = [f for f in text_string_to_metric_families(text) if f.name.startswith("leadhub_")]
    labels = {label for family in ours for sample in family.samples for label in sample.labels}
    assert labels <= {"operation", "outcome", "code", "le", "version", "work"}


async def test_nothing_else_is_served(url):
    assert (await get(f"{url}/"))[0] == 404
    async with aiohttp.ClientSession() as session, session.post(f"{url}/metrics") as response:
        assert response.status == 405


async def test_a_taken_port_is_a_clear_error(url, monkeypatch):
    cleaned = []
    cleanup = web.AppRunner.cleanup
    monkeypatch.setattr(web.AppRunner, "cleanup", lambda runner: cleaned.append(runner) or cleanup(runner))
    port = int(url.rpartition(":")[2])
    with pytest.raises(
        OSError, match=f"Metrics cannot be served on 127.0.0.1:{port}: Address already in use"
    ) as caught:
        await metrics.serve_metrics("127.0.0.1", port)
    assert caught.value.errno == errno.EADDRINUSE
    assert len(cleaned) == 1


async def test_the_port_is_free_again_after_the_cleanup():
    first = await metrics.serve_metrics("127.0.0.1", 0)
    port = metrics.bound_port(first)
    await first.cleanup()
    second = await metrics.serve_metrics("127.0.0.1", port)
    assert metrics.bound_port(second) == port
    await second.cleanup()


async def test_a_blocked_event_loop_shows(monkeypatch):
    monkeypatch.setattr(metrics, "_LAG_INTERVAL_SECONDS", 0.01)
    before = sample("leadhub_event_loop_lag_seconds_sum")
    task = asyncio.create_task(metrics.watch_event_loop())
    await asyncio.sleep(0.005)
    time.sleep(0.2)  # noqa: ASYNC251 - the fault that is measured
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert sample("leadhub_event_loop_lag_seconds_sum") - before > 0.15
    assert sample("leadhub_event_loop_lag_seconds_count") >= 1
