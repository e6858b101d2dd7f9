"""Owns the Prometheus metrics and the server that shows them; must never label one by tenant, person or free text.

Each value of a label is a time series kept for ever: operations are labelled by names that are known, or `other`.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web
from prometheus_async.aio.web import server_stats
from prometheus_client import Counter, Gauge, Histogram, Info

# Around the promise that 99 % of requests are answered within 0.3 s, and up to the time limit of 10 s.
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)
_LAG_SECONDS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_LAG_INTERVAL_SECONDS = 0.5
# Most statements take less than a millisecond, and so does a connection that is free.
_DATABASE_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

requests = Counter(
    "leadhub_requests",
    "GraphQL operations answered, by operation name and outcome.",
    ["operation", "outcome"],
)
request_seconds = Histogram(
    "leadhub_request_seconds",
    "Time from request to answer, by operation name.",
    ["operation"],
    buckets=_SECONDS,
)
ran_twice = Counter(
    "leadhub_ran_twice", "Queries whose plan failed where graphql-core then found nothing wrong: a defect."
)
execution_seconds = Histogram(
    "leadhub_execution_seconds", "Time to execute an operation that was parsed and valid.", buckets=_SECONDS
)
database_seconds = Histogram(
    "leadhub_database_seconds", "Time of one statement in the database.", buckets=_DATABASE_SECONDS
)
pool_limit = Gauge("leadhub_pool_limit", "Connections to the database that this process may have.")
pool_in_use = Gauge("leadhub_pool_in_use", "Connections to the database that are at work.")
pool_waiting = Gauge("leadhub_pool_waiting", "Who waits for a connection to the database.")
pool_wait_seconds = Histogram(
    "leadhub_pool_wait_seconds",
    "Time until a connection to the database was there.",
    buckets=_DATABASE_SECONDS,
)
cost_points = Counter("leadhub_cost_points", "Points that callers spent on operations.")
cost_throttled = Counter("leadhub_cost_throttled", "Requests refused since the caller had too few points.")
sign_ins = Counter("leadhub_sign_ins", "Attempts to sign in, by outcome.", ["outcome"])
refusals = Counter("leadhub_refusals", "Requests and operations refused, by error code.", ["code"])
captures = Counter(
    "leadhub_captures",
    "What was sent to capture forms, by what was done: stored, or the status it was refused with.",
    ["outcome"],
)
in_flight = Gauge("leadhub_in_flight", "Requests being worked on.")
open_streams = Gauge("leadhub_open_streams", "WebSockets and event streams that are open.")
subscriptions = Gauge("leadhub_subscriptions", "Subscriptions that are open.")
items = Counter("leadhub_subscription_items", "Items sent to subscribers.")
shed = Counter("leadhub_streams_shed", "Connections cut because their clients stopped reading.")
event_loop_lag_seconds = Histogram(
    "leadhub_event_loop_lag_seconds",
    "How much later than asked the event loop woke a task.",
    buckets=_LAG_SECONDS,
)
work_failures = Counter("leadhub_work_failures", "Rounds of background work that failed, by work.", ["work"])
webhook_attempts = Counter("leadhub_webhook_attempts", "Tries to deliver a webhook, by outcome.", ["outcome"])
webhook_dead = Counter("leadhub_webhook_dead", "Webhook deliveries given up.")
webhook_disabled = Counter(
    "leadhub_webhook_disabled", "Webhook endpoints switched off since nothing arrived."
)
webhook_attempt_seconds = Histogram(
    "leadhub_webhook_attempt_seconds", "Time of one try to deliver a webhook.", buckets=_SECONDS
)
webhook_in_flight = Gauge("leadhub_webhook_in_flight", "Webhook deliveries being sent by this process.")
# What all workers have before them: each tells the same, some seconds old.
webhook_open = Gauge("leadhub_webhook_open_deliveries", "Webhook deliveries that are not final.")
webhook_late_seconds = Gauge(
    "leadhub_webhook_late_seconds", "How long the delivery has waited that has been due for longest."
)
webhook_unspread = Gauge(
    "leadhub_webhook_unspread_events", "Events that endpoints have still to be looked through for, summed up."
)
events_lag_seconds = Gauge(
    "leadhub_events_lag_seconds",
    "How long the oldest event has waited that an endpoint has still to be looked through for.",
)
build_info = Info("leadhub_build", "The version that runs.")


@contextmanager
def standing_by() -> Iterator[None]:
    """Counts what goes on inside as an open stream, and not as a request in flight."""
    in_flight.dec()
    open_streams.inc()
    try:
        yield
    finally:
        open_streams.dec()
        in_flight.inc()


async def watch_event_loop() -> None:
    """Measure the lag of the running event loop twice a second until cancelled; the body of a task."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + _LAG_INTERVAL_SECONDS
        await asyncio.sleep(_LAG_INTERVAL_SECONDS)
        event_loop_lag_seconds.observe(max(0.0, loop.time() - due))


async def serve_metrics(host: str, port: int) -> web.AppRunner:
    """Serve `GET /metrics`; the caller calls `cleanup()` on what is returned. Port 0 is any free one.

    Raises OSError with the errno of the system and a sentence when the address cannot be had.
    """
    app = web.Application()
    app.router.add_get("/metrics", server_stats)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        # asyncio words some errors itself, with the address and the number once more in the text.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        raise OSError(error.errno, f"Metrics cannot be served on {host}:{port}: {reason}.") from error
    return runner


def bound_port(runner: web.AppRunner) -> int:
    """Give the port that a started server has."""
    port: int = runner.addresses[0][1]
    return port
