"""`onrecord extract --engine dask`: what comes out is what comes out here, byte by byte, also if a worker is killed."""

import io
import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from service.analysis import load_analyst
from service.clustered import clustered_readings
from service.errors import OnRecordError
from service.extracting import extract
from service.readings import readings
from service.shipped import shipped

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")

LIMIT = 1_000_000
COMMAND = Path(sys.executable).parent / "onrecord"


@pytest.fixture(scope="module")
def shards(tmp_path_factory):
    """A folder of NDJSON with text files among it, one line of it broken."""
    folder = tmp_path_factory.mktemp("shards")
    articles = [json.loads(line)["text"] for line in shipped("seeds/newsroom.jsonl").read_text("utf-8").splitlines()]
    texts = [text[:600] for text in articles[:10]]
    for shard in range(4):
        rows = [json.dumps({"id": f"{shard}-{number}", "text": text}) for number, text in enumerate(texts)]
        (folder / f"{shard}.ndjson").write_text("\n".join(rows) + "\n", "utf-8")
        (folder / f"{shard}.txt").write_text(texts[shard], "utf-8")
    (folder / "4.ndjson").write_text('{"id": "a", "text": "“So be it,” said Ama Boateng."}\n{\n', "utf-8")
    return folder


@pytest.fixture(scope="module")
def here(shards):
    """What is written without a cluster."""
    out = io.BytesIO()
    assert extract([shards], out, lambda texts: readings(texts, load_analyst, None), LIMIT) == 1
    return out.getvalue()


@pytest.fixture(scope="module")
def cluster():
    """Two workers, each a process of its own that is begun anew when it is gone."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started:
        yield started


class Killing(io.BytesIO):
    """A file that kills a worker once it has so many lines."""

    def __init__(self, cluster, lines: int) -> None:
        super().__init__()
        self._cluster, self._lines, self.killed = cluster, lines, 0

    def write(self, line) -> int:
        self._lines -= 1
        if not self._lines:
            self.killed = next(iter(self._cluster.workers.values())).pid
            os.kill(self.killed, signal.SIGKILL)
        return super().write(line)


def test_a_worker_that_is_killed_half_way_changes_nothing(shards, here, cluster):
    out = Killing(cluster, here.count(b"\n") // 2)
    engine = partial(clustered_readings, load=load_analyst, model=None, workers=2, scheduler=cluster.scheduler_address)
    assert extract([shards], out, engine, LIMIT) == 1
    assert out.killed
    assert out.getvalue() == here


class OtherReader:
    """Reads as another version does."""

    version = "other"


def test_a_worker_with_another_reader_is_refused(cluster):
    here = os.getpid()

    def load(model):
        return OtherReader() if os.getpid() == here else load_analyst(model)

    found = clustered_readings([("a", "b")], load, None, 2, cluster.scheduler_address)
    with pytest.raises(OnRecordError, match="this process other"):
        list(found)


def test_nobody_at_the_address_is_told():
    with pytest.raises(OnRecordError, match="cannot be used"):
        list(clustered_readings([("a", "b")], load_analyst, None, 2, "tcp:/nonsense"))


def test_the_command_starts_workers_of_its_own(shards, here):
    command = [COMMAND, "extract", "--engine", "dask", "--processes", "2", shards / "0.txt"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout in here
    assert done.stdout.startswith(b'{"id":"0.txt"')
