"""One service for all faults of a run, and the table of what became of what was acknowledged."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from desk import Desk, Server, desk_on
from unprivileged import open_folder

from service.store.migrations import migrate

HEAD = ("fault", "repetitions", "acknowledged", "found", "seconds to recover (median)", "longest")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if (wanted := metafunc.config.getoption("--repetitions")) > 1:
        metafunc.fixturenames.append("repetition")
        metafunc.parametrize("repetition", range(wanted))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--repetitions"):
        for item in items:
            if item.get_closest_marker("long_form"):
                item.add_marker(pytest.mark.skip(reason="takes long: --repetitions 1"))


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Callable[[str, int, int, float], None]:
    """Enters a fault into the table: what it was, how many articles were acknowledged and found, seconds to recover."""

    def noted(fault: str, acknowledged: int, found: int, seconds: float) -> None:
        record_property("fault", (fault, acknowledged, found, seconds))

    return noted


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows = defaultdict(list)
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "fault":
                rows[value[0]].append(value[1:])
    if not rows:
        return
    terminalreporter.section("faults")
    terminalreporter.line(" | ".join(HEAD))
    for fault, found in sorted(rows.items()):
        seconds = [each[2] for each in found]
        counts = (len(found), sum(each[0] for each in found), sum(each[1] for each in found))
        terminalreporter.line(" | ".join(map(str, (fault, *counts, f"{median(seconds):.1f}", f"{max(seconds):.1f}"))))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A Postgres that may be struck; what it has acknowledged is on disk."""
    with open_folder() as folder:
        running = Server(folder / "data")
        yield running
        running.stop()


@pytest.fixture(scope="session")
def desk(server: Server) -> Iterator[Desk]:
    """A service with two web processes and a worker on that server."""
    migrate(server.url)
    with pytest.MonkeyPatch.context() as patch, desk_on(server.url, "--workers", "2", patch=patch) as running:
        yield running
