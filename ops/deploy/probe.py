"""Asks a replica how it is. Sent as text into its container and run by its Python, so it imports nothing of ours.

There its address is its own one in the network of the containers, and neither it nor its metrics need be published.
Prints one line of JSON.
"""

import json
import os
import re
import socket
import ssl
import sys
import urllib.error
import urllib.request
from typing import Any

# More than the application gives itself: then it says why it took so long.
SECONDS = 12
FRONT = "https://nginx:8443"
# What a client got no answer for, see docs/decisions/013.
FAILURES = {"internal", "unavailable", "timeout"}
_REQUESTS = re.compile(r'^leadhub_requests_total\{.*outcome="(\w+)".*\} (\S+)$', re.MULTILINE)
_SINCE = re.compile(r"^process_start_time_seconds (\S+)$", re.MULTILINE)


def own(setting: str, otherwise: str) -> str:
    """Where this replica listens, in the network of the containers."""
    port = os.environ.get(f"LEADHUB_{setting}", otherwise)
    return f"http://{socket.gethostbyname(socket.gethostname())}:{port}"


def http(url: str, body: Any = None, headers: dict[str, str] | None = None) -> tuple[int, str]:
    """The status and the text of the answer; 0 and why, when there is none."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json", **(headers or {})})  # noqa: S310
    # The certificate is the public name's, and this goes from one container to the next.
    trusting = ssl._create_unverified_context()  # noqa: S323, SLF001
    try:
        with urllib.request.urlopen(request, timeout=SECONDS, context=trusting) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()
    except OSError as error:
        return 0, str(error)


def look() -> dict[str, Any]:
    """Whether it is ready, and what it has answered since it was started."""
    status, body = http(own("PORT", "8000") + "/readyz")
    reason = None if status == 200 else f"/readyz answers {status or 'nothing'}: {body}"
    status, metrics = http(own("METRICS_PORT", "9100") + "/metrics")
    if status != 200 and reason is None:
        reason = f"/metrics answers {status or 'nothing'}: {metrics[:200]}"
    since = _SINCE.search(metrics)
    counted = [(outcome, float(count)) for outcome, count in _REQUESTS.findall(metrics)]
    return {
        "reason": reason,
        "since": float(since[1]) if since else 0.0,
        "answered": sum(count for _, count in counted),
        "failed": sum(count for outcome, count in counted if outcome in FAILURES),
    }


def worker() -> dict[str, Any]:
    """Whether a worker works: it has no readiness, but its metrics are there when it is connected."""
    status, body = http(own("METRICS_PORT", "9100") + "/metrics")
    return {"reason": None if status == 200 else f"/metrics answers {status or 'nothing'}: {body[:200]}"}


def smoke() -> dict[str, Any]:
    """Signs in and asks, at the replica's own address. The documents and the member come in as JSON."""
    given = json.load(sys.stdin)
    url = own("PORT", "8000") + "/graphql"
    status, body = http(url, {"query": given["signIn"], "variables": {"input": given["member"]}})
    token = (
        (json.loads(body).get("data") or {}).get("signIn", {}).get("accessToken") if status == 200 else None
    )
    if token is None:
        return {"reason": f"signing in answers {status or 'nothing'}: {body[:500]}"}
    bearer = {"Authorization": f"Bearer {token}"}
    for query in given["queries"]:
        status, body = http(url, {"query": query, "variables": {"first": 1}}, bearer)
        if status != 200 or "errors" in json.loads(body):
            return {"reason": f"a query answers {status or 'nothing'}: {body[:500]}"}
    return {"reason": None}


def front() -> dict[str, Any]:
    """Asks something of no weight through NGINX, so that some replica counts it."""
    status, body = http(f"{FRONT}/graphql?query=%7B__typename%7D", None, {"GraphQL-Require-Preflight": "1"})
    return {"reason": None if 200 <= status < 500 else f"NGINX answers {status or 'nothing'}: {body[:500]}"}


if __name__ == "__main__":
    print(json.dumps({"look": look, "worker": worker, "smoke": smoke, "front": front}[sys.argv[1]]()))
