"""Scales what is observed by meaning, so that most is between -1 and 1 and none further from 0 than a bound."""

REACH = 1.8
MIDDLING = 0.4  # kinship of two statements taken by chance


def scaled(kinship: float) -> float:
    """So that most are between -1 and 1."""
    return bounded(3 * kinship)


def bounded(value: float) -> float:
    """The value, no further from 0 than `REACH`."""
    return max(-REACH, min(REACH, value))
