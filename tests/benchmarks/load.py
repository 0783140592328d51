"""Asks a server over HTTP as fast as it answers, with wrk (https://github.com/wg/wrk), and tells what came of it."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SCRIPT = """
local asked = {ASKED}
local at = 0
request = function()
  at = at % #asked + 1
  local one = asked[at]
  return wrk.format(one.method, one.path, one.headers, one.body)
end
done = function(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), wrong))
end
"""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked."""

    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None

    @property
    def lua(self) -> str:
        """As wrk's script takes it."""
        headers = ", ".join(f"[{_quoted(name)}] = {_quoted(value)}" for name, value in self.headers.items())
        body = f", body = {_quoted(self.body)}" if self.body is not None else ""
        method = "GET" if self.body is None else "POST"
        return f'{{method = "{method}", path = {_quoted(self.path)}, headers = {{{headers}}}{body}}}'


@dataclass(frozen=True, slots=True)
class Answered:
    """How many came a second, and within how many milliseconds half, 95 and 99 of 100; how many of all were errors."""

    rate: float
    p50: float
    p95: float
    p99: float
    errors: float = 0.0


def ask(address: str, asked: Sequence[Request], connections: int, seconds: float) -> Answered:
    """Asks one after the other on each connection. SystemExit: wrk is not there, or most answers were errors."""
    program = shutil.which("wrk")
    if not program:
        raise SystemExit("there is no wrk: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "asked.lua"
        script.write_text(_SCRIPT.replace("ASKED", ", ".join(each.lua for each in asked)), encoding="utf-8")
        given = [
            "--threads",
            "1",
            "--connections",
            str(connections),
            "--duration",
            f"{seconds:.0f}s",
            "--timeout",
            "60s",
        ]
        done = subprocess.run(
            [program, *given, "--script", str(script), address], capture_output=True, text=True, check=True
        )  # fmt: skip
    told = next(line for line in done.stdout.splitlines() if line.startswith("RESULT")).split()[1:]
    number, microseconds, half, most, nearly_all, wrong = map(int, told)
    if wrong and 2 * wrong >= number:
        raise SystemExit(f"{wrong} of {number} answers to {asked[0].path} were errors")
    number = max(number, 1)  # slower than the whole measurement
    rate = (number - wrong) / microseconds * 1e6
    return Answered(rate, half / 1000, most / 1000, nearly_all / 1000, wrong / number)


def _quoted(text: str) -> str:
    # JSON escapes what Lua does; other than ASCII stays as it is.
    return json.dumps(text, ensure_ascii=False)
