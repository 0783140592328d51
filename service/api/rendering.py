"""JSON by orjson: UTF-8 as it is, unescaped, one line with its end."""

from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider

_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z


class Rendering(JSONProvider):
    """Flask's way to JSON, in both directions."""

    def dumps(self, obj: Any, **_: object) -> str:  # noqa: ANN401 - Flask's own signature
        """The JSON text of plain values."""
        return orjson.dumps(obj, option=_OPTIONS).decode()

    def loads(self, s: str | bytes, **_: object) -> Any:  # noqa: ANN401 - Flask's own signature
        """The value of a JSON text."""
        return orjson.loads(s)

    def response(self, *args: Any, **given: Any) -> Response:  # noqa: ANN401 - Flask's own signature
        """An answer of these values."""
        body = orjson.dumps(self._prepare_response_obj(args, given), option=_OPTIONS)
        return Response(body, mimetype="application/json")
