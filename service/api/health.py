"""/health: whether the process lives, and whether what it needs is there."""

from typing import Any

from schemas.problems import Liveness, Readiness
from service.api.blueprint import Blueprint
from service.api.problems import Refused
from service.api.resources import resources
from service.errors import SchemaMismatch, Unavailable
from service.store.migrations import pending

blueprint = Blueprint(
    "health", __name__, url_prefix="/health", description="For whoever watches the service.", always_open=True
)


@blueprint.route("/live")
@blueprint.answer(200, Liveness)
def live() -> dict[str, str]:
    """Whether the process answers. Asks nobody else.

    For a supervisor that starts again what hangs.
    """
    return {"status": "live"}


@blueprint.route("/ready")
@blueprint.answer(200, Readiness)
def ready() -> dict[str, Any]:
    """Whether database, migrations and model are there; 503 names those that are not.

    For a load balancer that sends requests where they are answered.
    """
    checks = _checks()
    wrong = {name: reason for name, reason in checks.items() if reason}
    if wrong:
        errors = [{"detail": f"{name}: {reason}"} for name, reason in wrong.items()]
        raise Refused(503, f"Not right: {', '.join(wrong)}.", errors, Retry_After="2")
    return {"status": "ready", "checks": dict.fromkeys(checks, True)}


def _checks() -> dict[str, str | None]:
    """What is wrong with each part, None where nothing is."""
    model = None if resources().reader else "could not be loaded"
    return _store() | {"model": model}


def _store() -> dict[str, str | None]:
    try:
        with resources().pool.reading() as connection:
            names = pending(connection)
    except Unavailable:
        return {"database": "away or too slow", "migrations": "cannot be asked"}
    except SchemaMismatch as error:
        return {"database": None, "migrations": str(error)}
    return {"database": None, "migrations": f"not applied: {', '.join(names)}" if names else None}
