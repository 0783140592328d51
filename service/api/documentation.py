"""/openapi.yaml as shipped, and /docs: Swagger UI out of its package, so that no network is needed; pages beside it."""

import re
from base64 import b64encode
from hashlib import sha256

from flask import Blueprint, Flask, Response
from flask_swagger_ui import get_swaggerui_blueprint

from service.api import client_pages
from service.api.parsing import check_parameters
from service.regex import regex
from service.shipped import shipped

_PAGE = {
    "app_name": "On Record",
    "validatorUrl": None,  # by default Swagger UI sends the address of the specification to a server of its makers
    "oauth2RedirectUrl": "/docs/oauth2-redirect.html",  # by default built from the Host header, unescaped
    "tryItOutEnabled": True,
}
_SCRIPT = regex(rb"<script>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def register(app: Flask) -> None:
    """Adds both to `app`."""
    specification = Blueprint("specification", __name__)
    specification.before_request(check_parameters)
    specification.add_url_rule("/openapi.yaml", view_func=openapi)
    specification.add_url_rule("/docs/clients/", view_func=client_pages.index, endpoint="clients")
    specification.add_url_rule("/docs/clients/<name>", view_func=client_pages.client)
    specification.add_url_rule("/docs/growth", view_func=client_pages.growth)
    app.register_blueprint(specification)
    pages = get_swaggerui_blueprint("/docs", "/openapi.yaml", config=_PAGE, blueprint_name="docs")
    pages.after_request(_from_here_only)
    app.register_blueprint(pages)


def openapi() -> Response:
    """The description of this API."""
    return Response(shipped("openapi.yaml").read_bytes(), mimetype="application/yaml")


def _from_here_only(response: Response) -> Response:
    # The page starts Swagger UI by a script of its own, which its digest lets run, and no other that may get there.
    is_page = response.mimetype == "text/html" and not response.direct_passthrough
    own = _SCRIPT.findall(response.get_data()) if is_page else []
    digests = (b64encode(sha256(script).digest()).decode() for script in own)
    scripts = "".join(f" 'sha256-{digest}'" for digest in digests)
    response.headers["Content-Security-Policy"] = _POLICY.format(scripts=scripts)
    return response
