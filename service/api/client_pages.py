"""/docs/clients: a page for each of three clients, with lines of curl, Python and JavaScript that the tests run.

Beside them /docs/growth: what how many quotes need.
"""

from functools import cache
from html import escape
from pathlib import Path

from flask import Response

from service.errors import NotFound

CLIENTS = ("frontend", "desk", "pipeline")
CODES = ("curl", "python", "javascript", "printed")
_PAGES = Path(__file__).with_name("pages")
# Nothing on these pages runs, is fetched or can be framed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_LAYOUT = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>On Record: {title}</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 sans-serif; }}
pre {{ overflow-x: auto; padding: 1em; background: #f4f4f4; }}
th, td {{ padding: 0 1em 0 0; text-align: left; vertical-align: top; }}
</style>
<nav><a href="/docs/clients/">Clients</a> · <a href="/docs/">Reference</a> · <a href="/docs/growth">Growth</a></nav>
{body}
</html>
"""


def index() -> Response:
    """Where the pages are."""
    return _response(_page("index"))


def growth() -> Response:
    """What a store needs as it grows."""
    return _response(_page("growth"))


def client(name: str) -> Response:
    """The page of a client. NotFound: there is no such client."""
    if name not in CLIENTS:
        raise NotFound(f"There is no page of {name}; there are {', '.join(CLIENTS)}.")
    return _response(_page(name))


def code(name: str, kind: str) -> str:
    """The lines of a client in a language, or what they print."""
    return (_PAGES / f"{name}.{kind}").read_text("utf-8")


@cache
def _page(name: str) -> str:
    body = (_PAGES / f"{name}.html").read_text("utf-8")
    for kind in CODES if name in CLIENTS else ():
        shown = f'<pre><code class="{kind}">{escape(code(name, kind))}</code></pre>'
        body = body.replace(f"<!-- {kind} -->", shown)
    title = body.partition("<h1>")[2].partition("</h1>")[0]
    return _LAYOUT.format(title=title, body=body)


def _response(page: str) -> Response:
    return Response(page, mimetype="text/html", headers={"Content-Security-Policy": _POLICY})
