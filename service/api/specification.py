"""Writes openapi.yaml out of the endpoints and schemas, so that it never says anything else than they do."""

from pathlib import Path
from typing import Any

import yaml
from flask import Flask

from service.api import endpoints, idempotency
from service.api.examples import IDS

_ORDER = ("openapi", "info", "servers", "security", "tags", "paths", "components")
_HEAD = "# Made from the schemas by `onrecord openapi`; do not edit.\n"


class _Whole(yaml.SafeDumper):  # type: ignore[misc]
    """Writes what occurs twice twice: many readers of OpenAPI know no YAML anchors."""

    def ignore_aliases(self, _: object) -> bool:
        """Never an anchor."""
        return True


def text() -> str:
    """The specification (OpenAPI 3.1) as YAML. Needs no database, no model and no settings."""
    described = endpoints.register(Flask(__name__, static_folder=None)).spec.to_dict()
    _give_examples_of_ids(described["paths"])
    _describe_idempotency(described["paths"])
    ordered = {name: described[name] for name in _ORDER}
    return _HEAD + str(yaml.dump(ordered, Dumper=_Whole, sort_keys=False, allow_unicode=True, width=120))


def _give_examples_of_ids(paths: dict[str, Any]) -> None:
    for path in paths.values():
        for parameter in path.get("parameters", ()):
            parameter["example"] = IDS[parameter["name"]]


def _describe_idempotency(paths: dict[str, Any]) -> None:
    for methods in paths.values():
        operation = methods.get("post", {})
        if "security" in operation:
            operation.setdefault("parameters", []).append(idempotency.DESCRIBED)


def write(path: Path) -> None:
    """Writes it to `path`."""
    path.write_text(text(), "utf-8")
