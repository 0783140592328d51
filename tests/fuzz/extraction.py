"""Fuzzes the reading of articles, from the text to its quotes, claims, disputes and speakers.

    python tests/fuzz/extraction.py [--minutes 10] [--engine atheris|hypothesis] [--seed 1] [--rules-alone]

Each text is read by the shipped reader as intake reads it; tests/fuzz/properties.py says what must hold. What does not
is told once for each place in the code, with the smallest text that still breaks it. The last line counts minutes,
texts and findings; the exit status is 1 if there were any.

atheris (`pip install atheris`, in no lock: it is needed for nothing else) follows which lines of the reader a text
reaches and varies the texts that reach new ones. Without it hypothesis makes texts at random. Neither writes prose:
tests/fuzz/splices.py does.
"""

import argparse
import importlib.util
import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from texts import text_of

if TYPE_CHECKING:
    from fuzzing import Fuzzing

# Everything that a text runs through; instrumented, so that atheris sees what it reaches.
PURE = ["service.extraction", "service.disputes", "service.identity", "service.folding", "service.quote_ids"]
BYTES = 600  # of which a text is made
BEGINNINGS = 200  # random ones: from nothing, a fuzzer would be at short texts for long


def fuzzing_for(minutes: float, *, alone: bool) -> "Fuzzing":
    """The reader under test and its clock."""
    # Not before: what is imported outside of the instrumentation is not seen.
    from fuzzing import Fuzzing
    from rules import rules_alone

    from service.analysis import load_analyst

    return Fuzzing(minutes, rules_alone() if alone else load_analyst(), text_of(b"\0"))


def by_atheris(minutes: float, seed: int, *, alone: bool) -> None:
    """Varies what reaches new lines."""
    import atheris

    with atheris.instrument_imports(include=PURE):
        fuzzing = fuzzing_for(minutes, alone=alone)
    options = [f"-seed={seed}", f"-max_len={BYTES}", "-len_control=0", "-rss_limit_mb=0", "-timeout=600",
               "-report_slow_units=600"]  # fmt: skip
    folder = fuzzing.at_end.enter_context(tempfile.TemporaryDirectory())
    chance = random.Random(seed)
    for number in range(BEGINNINGS):
        Path(folder, str(number)).write_bytes(chance.randbytes(chance.randint(1, BYTES)))
    atheris.Setup(
        [sys.argv[0], *options, "-verbosity=0", folder],
        lambda data: fuzzing.try_one(text_of(data)),
    )
    atheris.Fuzz()


def by_hypothesis(minutes: float, seed: int, *, alone: bool) -> None:
    """Makes texts at random until the time is over."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import seed as seeded
    from hypothesis import strategies as st

    fuzzing = fuzzing_for(minutes, alone=alone)
    endless = settings(max_examples=1_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))

    def tried(data: bytes) -> None:
        fuzzing.try_one(text_of(data))

    turn = seed
    while True:
        seeded(turn)(endless(given(st.binary(min_size=1, max_size=BYTES))(tried)))()
        turn += 1


def main() -> None:
    """Fuzzes as the command line asks for."""
    there = importlib.util.find_spec("atheris") is not None
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    asked.add_argument("--engine", choices=("atheris", "hypothesis"), default="atheris" if there else "hypothesis")
    asked.add_argument("--seed", type=int, default=1, help="another one tries other texts (1)")
    asked.add_argument("--rules-alone", action="store_true", help="a word in five is a tag, in place of the network")
    given = asked.parse_args()
    run = by_atheris if given.engine == "atheris" else by_hypothesis
    run(given.minutes, given.seed, alone=given.rules_alone)


if __name__ == "__main__":
    main()
