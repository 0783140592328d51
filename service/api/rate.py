"""How much one address may ask for. Each web process counts for itself, so that strict limits belong to the proxy."""

import time

from flask import Flask, Response, g, request
from werkzeug.exceptions import TooManyRequests

from service.api.rate_counts import RateCounts

# Whoever watches the service must reach it most of all when it is asked too much.
_EXEMPT = ("/health/", "/metrics")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


def register(app: Flask, limit: str) -> None:
    """Limits the requests of each address to `limit`, as "600/minute"; or not at all, if it is "off"."""
    if limit == "off":
        return
    number, _, unit = limit.partition("/")
    most, counts = int(number), RateCounts(_SECONDS[unit])

    def count() -> None:
        if request.path.startswith(_EXEMPT):
            return
        asked, end = counts.add(request.remote_addr or "")
        g.rate = (most, max(0, most - asked), max(1, round(end - time.time())))
        if asked > most:
            raise TooManyRequests(f"{most} per 1 {unit}")

    app.before_request(count)
    app.after_request(_told)


def _told(response: Response) -> Response:
    """The response with how much is left, and in how many seconds all of it is there again."""
    told = g.get("rate")
    if told is None:
        return response
    response.headers.extend(zip(HEADERS, map(str, told), strict=True))
    if response.status_code == 429:
        response.headers["Retry-After"] = str(told[-1])
    return response
