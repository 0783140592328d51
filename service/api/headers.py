"""What every response carries besides its body: its tag, how long it keeps, the id of its request."""

import hashlib

from flask import Flask, Response, request
from flask_compress import Compress
from flask_cors import CORS

from service.api.problems import request_id
from service.api.rate import HEADERS as RATE_HEADERS

_EXPOSED = (
    "ETag",
    "Idempotent-Replayed",
    "Link",
    "Location",
    "Retry-After",
    "WWW-Authenticate",
    "X-Request-ID",
    *RATE_HEADERS,
)
_EXPOSED_TO_ALL = ", ".join(sorted(_EXPOSED))
_CODINGS = ["zstd", "br", "gzip"]
_COMPRESSED = [
    "application/json", "application/ld+json", "application/atom+xml", "application/feed+json", "application/yaml",
    "text/html", "text/css", "text/javascript",
]  # fmt: skip
_STREAMED = ["application/x-ndjson", "text/csv"]
_CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH")
# Shown as a page, an answer runs, fetches and is framed by nothing; the pages of /docs say what they need themselves.
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class _Compressing(Compress):
    """flask-compress, which alone would take `gzip;q=0`, a refusal, for a wish."""

    def after_request(self, response: Response | None) -> Response:
        """The response, compressed where the client takes that."""
        if response is None or _may_be_packed():
            return super().after_request(response)
        response.vary.add("Accept-Encoding")
        return response


def _may_be_packed() -> bool:
    # Most programs name no coding at all: for them nothing is to be taken apart.
    return bool(request.environ.get("HTTP_ACCEPT_ENCODING")) and any(
        request.accept_encodings[coding] > 0 for coding in _CODINGS
    )


def share(app: Flask, origins: tuple[str, ...]) -> None:
    """Hooks into `app` what tells browsers that pages of these origins may ask. To be called before all the rest is."""
    # What fails is a response as well by then: every exception has its problem.
    CORS(app, origins=list(origins), expose_headers=list(_EXPOSED), max_age=86400, intercept_exceptions=False)
    if "*" in origins:
        app.after_request(_open_to_all)


def _open_to_all(response: Response) -> Response:
    """As flask-cors answers who is no page of an origin; it looks no further at what has its header by then."""
    if "HTTP_ORIGIN" not in request.environ:
        response.headers.add("Access-Control-Allow-Origin", "*")
        response.headers.add("Access-Control-Expose-Headers", _EXPOSED_TO_ALL)
    return response


def register(app: Flask) -> None:
    """Hooks all else into `app`. Flask runs the hook that was registered last first, so that read this upwards."""
    app.config["COMPRESS_ALGORITHM"] = _CODINGS
    app.config["COMPRESS_ALGORITHM_STREAMING"] = _CODINGS
    app.config["COMPRESS_LEVEL"] = 4  # of gzip: its usual 6 takes two thirds longer to save a twentieth
    app.config["COMPRESS_MIMETYPES"] = [*_COMPRESSED, *_STREAMED]
    _Compressing(app)
    # Before compressing, which turns "tag" into "tag:gzip": of compressed bytes the tag would change with gzip's clock.
    app.after_request(_tag)
    app.after_request(_keep)
    app.after_request(_name)


def tag_of(body: bytes) -> str:
    """The strong tag of a body."""
    return hashlib.sha256(body).hexdigest()[:32]


def _tag(response: Response) -> Response:
    # One that was remembered has its tag, and of its bytes packed another would come out.
    has_none = response.status_code == 200 and not response.is_streamed and "ETag" not in response.headers
    if request.method in ("GET", "HEAD") and has_none:
        response.set_etag(tag_of(response.get_data()))
        # What werkzeug looks for besides, dates and ranges, no answer here hangs on.
        if not request.environ.keys().isdisjoint(_CONDITIONS):
            response.make_conditional(request)
    return response


def _keep(response: Response) -> Response:
    """An answer may be kept but is asked for again each time; what a key opened is kept by nobody in between."""
    reading = request.method in ("GET", "HEAD") and response.status_code in (200, 304)
    private = "private, no-cache" if "HTTP_AUTHORIZATION" in request.environ else "no-cache"
    response.headers.setdefault("Cache-Control", private if reading else "no-store")
    return response


def _name(response: Response) -> Response:
    response.headers.add("X-Request-ID", request_id())
    response.headers.add("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    return response
