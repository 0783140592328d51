"""All that a search finds, as lines of NDJSON or rows of CSV: in constant memory, and of one state of the store."""

from service.exporting.forms import FORMS
from service.exporting.kinds import KINDS, Kind
from service.exporting.streaming import Wanted, lines

__all__ = ["FORMS", "KINDS", "Kind", "Wanted", "lines"]
