"""Lets Python look less often for objects that hold each other and that nobody else does: reading leaves hardly any."""

import gc

# New objects from which on it looks. With its own 700 it does so time and again, through tables that all stay: that
# took a fifteenth of the time to the first answer, and a twenty-fifth of that in which an article is read.
_NEW = 10_000


def collect_seldom() -> None:
    """Set this process so; what is set stays."""
    gc.set_threshold(_NEW)
