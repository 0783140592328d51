"""Reads what a request says: parameters by name, bodies as strict JSON; what is wrong is refused with its place."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any, NoReturn, cast

from flask import Request, Response, after_this_request, current_app, g, request
from gunicorn.http.errors import ParseException
from marshmallow import RAISE, Schema, ValidationError, fields
from webargs.flaskparser import FlaskParser, is_json_request
from werkzeug.exceptions import ClientDisconnected

from schemas.words import flattened
from service.api.problems import Refused, shown

NDJSON = ("application/x-ndjson", "application/jsonl", "application/ndjson")


class Parser(FlaskParser):
    """webargs as this service needs it: unknown parameters are errors, and so is a body that is not plain JSON."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION | {"query": RAISE}

    def load_querystring(self, req: Request, schema: Schema) -> dict[str, Any]:
        """The parameters as a plain dict. Of webargs' own each field that is not given costs three exceptions, and all
        together more than the page's JSON.
        """
        several, args = parameters_of(schema), req.args
        return {name: args.getlist(name) if several.get(name) else args[name] for name in args}

    def _raw_load_json(self, req: Request) -> object:
        if not is_json_request(req):
            raise Refused(415, f"The body must be application/json, not {shown(req.mimetype) or 'of no type'}.")
        _refuse_codings(req)
        return document(_received(req))

    def handle_error(self, error: ValidationError, *_: object, **__: object) -> NoReturn:
        """Refuses the request: 400 for a parameter, 422 for a field of the body."""
        ((location, messages),) = cast(dict[str, Any], error.messages).items()
        if location == "query":
            raise Refused(400, "A parameter is wrong.", [_in_query(*pair) for pair in flattened(messages)])
        raise Refused(422, "The body is not as described.", [_in_body(*pair) for pair in flattened(messages)])


def spooled(req: Request, limit: int) -> tuple[IO[bytes], bool]:
    """A body of many lines in a file, so that no connection to the store waits for a slow client; whether it is gzip.

    Refuses one of more than `limit` bytes as sent, one that breaks off, and any other coding. The file is closed with
    the request.
    """
    coding = _coding(req)
    if coding not in ("identity", "", "gzip"):
        raise Refused(415, f"The body must come as it is or as gzip, not as {shown(coding)}.", Accept_Encoding="gzip")
    _refuse_transfer_codings(req)
    if "spooled" not in g:
        g.spooled = _spool(req, limit)
    g.spooled.seek(0)
    return g.spooled, coding == "gzip"


def _spool(req: Request, limit: int) -> IO[bytes]:
    req.max_content_length = limit
    file = TemporaryFile()  # noqa: SIM115 - closed by what follows
    call_at_end(file.close)
    with _unbroken():
        copyfileobj(req.stream, file)
    _refuse_part(req, file.tell())
    return file


def call_at_end(close: Callable[[], object]) -> None:
    """Has this called when the request of now has been answered."""

    @after_this_request
    def _closed(response: Response) -> Response:
        close()
        return response


def digest(req: Request, limit: int) -> bytes:
    """The sha256 of the body as sent; it can be read again afterwards. `limit` is for one of many lines."""
    if req.mimetype not in NDJSON:
        return hashlib.sha256(_received(req)).digest()
    file, _ = spooled(req, limit)
    return hashlib.file_digest(file, "sha256").digest()  # type: ignore[arg-type]


def _refuse_codings(req: Request) -> None:
    """Bodies come as they are: a small one that unpacks into gigabytes never reaches a decoder."""
    coding = _coding(req)
    if coding not in ("identity", ""):
        raise Refused(415, f"The body must come uncompressed, not as {shown(coding)}.", Accept_Encoding="identity")
    _refuse_transfer_codings(req)


def _coding(req: Request) -> str:
    return req.headers.get("Content-Encoding", "identity").strip().lower()


def _refuse_transfer_codings(req: Request) -> None:
    transfer = req.headers.get("Transfer-Encoding", "chunked").strip().lower()
    if transfer != "chunked":
        raise Refused(501, f"The transfer coding {shown(transfer)} is not known here, only chunked.")


def _received(req: Request) -> bytes:
    """The whole body. Refuses one that ends before its end, or whose chunks are none."""
    with _unbroken():
        body = req.get_data(cache=True)
    _refuse_part(req, len(body))
    return body


@contextmanager
def _unbroken() -> Iterator[None]:
    try:
        yield
    except (ClientDisconnected, OSError, ParseException) as error:
        raise Refused(400, f"The body could not be received: {shown(error, 200)}.") from error


def _refuse_part(req: Request, received: int) -> None:
    # gunicorn hands on what came before the connection broke off, as if that were all.
    if received < (req.content_length or 0):
        raise Refused(400, f"The body broke off after {received} of {req.content_length} bytes, or came too slowly.")


def document(body: bytes) -> object:
    """The JSON value of a body. Refuses what is not UTF-8, not JSON, nested too deep, or names a key twice."""
    try:
        return json.loads(body.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError as error:
        raise Refused(400, f"The body is not UTF-8: byte {error.start} is not.") from error
    except RecursionError as error:
        raise Refused(400, "The body is nested too deep.") from error
    except ValueError as error:
        raise Refused(400, f"The body is not JSON: {shown(error, 200)}.") from error


def parameters_of(schema: Schema) -> dict[str, bool]:
    """The parameters that a query schema knows, and whether each may be repeated."""
    return {field.data_key or name: isinstance(field, fields.List) for name, field in schema.load_fields.items()}


def check_parameters() -> None:
    """Refuses parameters that the endpoint does not know, and single ones given twice. Runs before every endpoint."""
    args = request.args
    if request.method == "OPTIONS" or not args:
        return
    known: Mapping[str, bool] = getattr(current_app.view_functions[str(request.endpoint)], "parameters", {})
    wrong = [_unknown(name, known) for name in args if name not in known]
    wrong += [_doubled(name) for name in args if not known.get(name, True) and len(args.getlist(name)) > 1]
    if wrong:
        raise Refused(400, "; ".join(error["detail"] for error in wrong), wrong)


def _unknown(name: str, known: Mapping[str, bool]) -> dict[str, str]:
    near = get_close_matches(name, known, n=1, cutoff=0.0) if known else []
    hint = f"the nearest known one is {near[0]}" if near else "none is known here"
    return {"parameter": shown(name), "detail": f"{shown(name)} is not a parameter; {hint}"}


def _doubled(name: str) -> dict[str, str]:
    return {"parameter": name, "detail": f"{name} may be given only once"}


def _in_query(path: str, message: str) -> dict[str, str]:
    return {"parameter": shown(path.split("/")[0]), "detail": message}


def _in_body(path: str, message: str) -> dict[str, str]:
    return {"pointer": f"/{shown(path)}" if path else "", "detail": message}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key {next(name for name in names if names.count(name) > 1)!r} stands there twice")
    return found


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
