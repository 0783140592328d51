"""Writers, readers, curators and workers together at half of top speed, while processes are killed at random; then
everything acknowledged is looked up, and every row is checked. `python tests/faults/soak.py --minutes 5`.
"""

import argparse
import json
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / folder) for folder in ("../", ".", "end_to_end", "integration", "faults")]

import pytest  # noqa: E402 - found through the path above
from desk import Desk, Server, article, ask, await_that, desk_on  # noqa: E402
from test_serve import await_end, children_of  # noqa: E402
from unprivileged import open_folder  # noqa: E402

from service.store.invariants import INVARIANTS, check  # noqa: E402
from service.store.migrations import migrate  # noqa: E402

READ = (
    "/quotes?speaker=Lind", "/quotes?q=pier&limit=50", "/quotes?q=stays+closed&facets=speaker", "/speakers?q=am",
    "/articles?limit=20", "/claims", "/changes?limit=50", "/health/ready",
)  # fmt: skip
WRITERS, READERS, TRIAL = 3, 4, 15.0  # clients, clients, seconds in which the top speed is measured


class Soak:
    """Clients who go on until they are told to end, what they were told, and who kills what."""

    def __init__(self, desk: Desk, server: Server, chance: random.Random) -> None:
        self.desk, self.server, self.chance = desk, server, chance
        self.ended, self.lock = threading.Event(), threading.Lock()
        self.answers: Counter[tuple[str, int]] = Counter()
        self.erased: set[str] = set()
        self.doubtful: set[str] = set()  # erasing them was not answered
        self.corrections: set[str] = set()
        self.jobs: list[str] = []
        self.kills: Counter[str] = Counter()
        self.number = 0
        self.pause = 0.0

    def next_number(self) -> int:
        with self.lock:
            self.number += 1
            return self.number

    def told(self, who: str, method: str, path: str, document: object = None, **headers: str):
        status, found = self.desk.ask(method, path, document, **headers)
        self.answers[who, status] += 1
        return status, found

    def write(self) -> None:
        document = article(self.next_number(), self.chance.choice((1, 1, 1, 2, 5)))
        if self.told("writer", "POST", "/articles", document)[0] == 201:
            self.desk.stored.add(document["url"])

    def read(self) -> None:
        self.told("reader", "GET", self.chance.choice(READ))

    def curate(self) -> None:
        status, page = self.told("curator", "GET", f"/speakers?q={self.chance.choice('aiopt')}&limit=20")
        speakers = page["items"] if status == 200 else []
        status, page = self.told("curator", "GET", "/quotes?limit=20")
        quotes = page["items"] if status == 200 else []
        act = self.chance.choice((self._merge, self._correct, self._erase, self._undo))
        act(speakers, quotes)

    def _merge(self, speakers, _) -> None:
        if len(speakers) > 1:
            one, other = self.chance.sample(speakers, 2)
            self._noted(
                self.told("curator", "POST", f"/speakers/{one['id']}/merge", {"into": other["id"], "why": "so"})
            )

    def _correct(self, _, quotes) -> None:
        if quotes:
            quote = self.chance.choice(quotes)
            change = self.chance.choice(({"rejected": True}, {"speaker": {"name": "Eve Fry"}}, {"kind": "mixed"}))
            path = f"/quotes/{quote['id']}"
            self.told("curator", "PATCH", path, change | {"why": "so"}, **{"If-Match": "*"})

    def _erase(self, _, quotes) -> None:
        if quotes:
            quote = self.chance.choice(quotes)["article"]
            self.doubtful.add(quote["url"])
            if self.told("curator", "DELETE", f"/articles/{quote['id']}")[0] == 204:
                self.erased.add(quote["url"])

    def _undo(self, *_) -> None:
        with self.lock:
            known = self.corrections.pop() if self.corrections else None
        if known:
            self.told("curator", "DELETE", f"/corrections/{known}")

    def _noted(self, answer) -> None:
        status, made = answer
        if status in (200, 201) and made:
            self.corrections.add(made.get("correction", made)["id"])

    def hand_in(self) -> None:
        documents = [article(self.next_number()) for _ in range(15)]
        body = "\n".join(map(json.dumps, documents)).encode()
        status, job = self.told("bulk", "POST", "/articles", body, **{"Content-Type": "application/x-ndjson"})
        if status == 202:
            self.desk.stored |= {document["url"] for document in documents}
            self.jobs.append(job["id"])
        self.ended.wait(5.0)

    def strike(self) -> None:
        self.ended.wait(self.chance.uniform(5, 12))
        if not self.ended.is_set():
            name = self.chance.choice(("web", "reading", "worker", "backend", "backend", "server"))
            getattr(self, f"_kill_{name}")()
            self.kills[name] += 1

    def _kill_web(self) -> None:
        os.kill(self.chance.choice(self.desk.web()), signal.SIGKILL)

    def _kill_reading(self) -> None:
        if pids := [pid for web in self.desk.web() for pid in children_of(web)]:
            os.kill(self.chance.choice(pids), signal.SIGKILL)

    def _kill_worker(self) -> None:
        if (pid := self.desk.worker()) is not None:
            os.kill(pid, signal.SIGKILL)

    def _kill_backend(self) -> None:
        pids = ask(self.desk.url, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
                                  " AND pid <> pg_backend_pid()")  # fmt: skip
        os.kill(self.chance.choice(pids)["pid"], signal.SIGKILL)
        await_end([])

    def _kill_server(self) -> None:
        self.server.kill()
        self.ended.wait(1.0)
        self.server.start()

    def run(self, seconds: float, *others) -> float:
        """Lets all clients go on for so long; requests a second of writers and readers."""
        self.ended.clear()
        before, begun = self.answers.total(), time.monotonic()
        acts = [self.write] * WRITERS + [self.read] * READERS + list(others)
        threads = [threading.Thread(target=self._go_on, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        self.ended.wait(seconds)
        self.ended.set()
        for thread in threads:
            thread.join()
        return (self.answers.total() - before) / (time.monotonic() - begun)

    def _go_on(self, act) -> None:
        while not self.ended.is_set():
            try:
                act()
            except (OSError, LookupError, ValueError) as error:  # what it was about to kill is gone already
                self.answers[f"{act.__name__}: {type(error).__name__}", -1] += 1
            except Exception as error:  # noqa: BLE001 - the database is away just when it is asked whom to kill
                self.answers[f"{act.__name__}: {type(error).__name__}", -2] += 1
            self.ended.wait(self.pause)


def soak(minutes: float, seed: int, log: Path) -> bool:
    """Whether all held in the end."""
    with open_folder() as folder, pytest.MonkeyPatch.context() as patch:
        server = Server(folder / "data")
        migrate(server.url)
        with desk_on(server.url, "--workers", "2", patch=patch, log=log) as desk:
            clients = Soak(desk, server, random.Random(seed))
            top = clients.run(TRIAL)
            clients.pause = 0.4 * (WRITERS + READERS) / top  # curators and bulk take their part too
            print(f"top speed {top:.0f} requests a second", flush=True)
            half = clients.run(minutes * 60, clients.curate, clients.hand_in, clients.strike)
            print("settling", flush=True)
            begun = time.monotonic()
            held = _settled(clients)
            print(f"{minutes:g} minutes at {half:.0f} requests a second ({half / top:.0%} of top speed), seed {seed}")
            print("kills", dict(clients.kills))
            print("answers", {f"{who} {status}": count for (who, status), count in sorted(clients.answers.items())})
            print(f"settled and checked after {time.monotonic() - begun:.0f} s")
        server.stop()
    return held


def _settled(clients: Soak) -> bool:
    desk = clients.desk
    await_that(desk.is_ready)
    # As if the minute were over after which a killed worker is taken for dead.
    ask(
        desk.url,
        "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '50 seconds' RETURNING id",
    )
    for job in clients.jobs:
        await_that(lambda job=job: time.sleep(0.5) or desk.is_done(job))
    there = {item["url"] for item in desk.items("/articles")}
    wanted = desk.stored - clients.doubtful
    lost, back = wanted - there, clients.erased & there
    checked = check(desk.url)
    print(f"acknowledged {len(wanted)}, found {len(wanted & there)}; erased {len(clients.erased)}, back {len(back)}")
    held, rows = len(INVARIANTS) - len(checked.broken), sum(checked.rows.values())
    print(f"{held} of {len(INVARIANTS)} invariants hold over {rows} rows")
    for each in checked.broken:
        print("BROKEN", each)
    return not (lost or back or checked.broken) and not any(status == 500 for _, status in clients.answers)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", type=Path, default=Path(os.devnull), help="a file for the log of the service")
    asked = parser.parse_args()
    sys.exit(0 if soak(asked.minutes, asked.seed, asked.log) else 1)
