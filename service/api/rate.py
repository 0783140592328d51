"""How much one address may ask for. Each web process counts for itself, so that strict limits belong to the proxy."""

import time

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from service.api.rate_counts import RateCounts

# Whoever watches the service must reach it most of all when it is asked too much.
_EXEMPT = ("/health/", "/metrics")
HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


def register(app: Flask, limit: str) -> None:
    """Limits the requests of each address to `limit`, as "600/minute"; or not at all, if it is "off"."""
    if limit == "off":
        return
    limiter = Limiter(
        get_remote_address, app=app, application_limits=[limit], storage_uri=f"{RateCounts.STORAGE_SCHEME[0]}://",
        # By default what leads nowhere would not be counted.
        request_identifier=lambda: request.endpoint or "nowhere",
    )  # fmt: skip
    limiter.request_filter(lambda: request.path.startswith(_EXEMPT))
    app.after_request(lambda response: _told(response, limiter))


def _told(response: Response, limiter: Limiter) -> Response:
    """The response with how much is left, and in how many seconds all of it is there again."""
    found = limiter.current_limit
    if found is None:
        return response
    # flask-limiter gives the next whole second, which may lie beyond the window.
    reset = min(max(1, round(found.reset_at - time.time())), found.limit.get_expiry())
    told = (found.limit.amount, max(0, found.remaining), reset)
    for name, value in zip(HEADERS, told, strict=True):
        response.headers[name] = str(value)
    if response.status_code == 429:
        response.headers["Retry-After"] = str(reset)
    return response
