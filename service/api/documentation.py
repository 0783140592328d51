"""/openapi.yaml as shipped, and /docs: Swagger UI out of its package, so that no network is needed; pages beside it."""

from flask import Blueprint, Flask, Response
from flask_swagger_ui import get_swaggerui_blueprint

from service.api import client_pages
from service.api.parsing import check_parameters
from service.shipped import shipped

_PAGE = {
    "app_name": "On Record",
    "validatorUrl": None,  # by default Swagger UI sends the address of the specification to a server of its makers
    "oauth2RedirectUrl": "/docs/oauth2-redirect.html",  # by default built from the Host header, unescaped
    "tryItOutEnabled": True,
}
_INLINE = "'self' 'unsafe-inline'"  # the page starts Swagger UI by a script of its own
_POLICY = f"default-src 'self'; script-src {_INLINE}; style-src {_INLINE}; img-src 'self' data:"


def register(app: Flask) -> None:
    """Adds both to `app`."""
    specification = Blueprint("specification", __name__)
    specification.before_request(check_parameters)
    specification.add_url_rule("/openapi.yaml", view_func=openapi)
    specification.add_url_rule("/docs/clients/", view_func=client_pages.index, endpoint="clients")
    specification.add_url_rule("/docs/clients/<name>", view_func=client_pages.client)
    app.register_blueprint(specification)
    pages = get_swaggerui_blueprint("/docs", "/openapi.yaml", config=_PAGE, blueprint_name="docs")
    pages.after_request(_from_here_only)
    app.register_blueprint(pages)


def openapi() -> Response:
    """The description of this API."""
    return Response(shipped("openapi.yaml").read_bytes(), mimetype="application/yaml")


def _from_here_only(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    return response
