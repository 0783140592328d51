"""What rows need beyond the SQL of a migration: within the same transaction, or before it."""

from collections.abc import Callable, Mapping

from service.store import naming_keys
from service.store.filling import fill
from service.store.grouping import print_all
from service.store.pool import Connection
from service.store.settling import part_surnames, renew_blocks, renew_blocks_in_parts, settle

STEPS: Mapping[str, Callable[[Connection], None]] = {
    "0003_identity.sql": settle,
    "0008b_who_may_be_meant.sql": naming_keys.add_all,
    "0010_search.sql": fill,
    "0011_variants.sql": print_all,
    "0018_surnames_apart.sql": part_surnames,
    # The same was asked for by 0019, 0028, 0030, 0031, 0033 and 0035 to 0037: the last does it for all.
    "0040_spellings_with_what_speaks_for_them.sql": renew_blocks,
}
# What comes before, in transactions of its own; where nothing is left to do it does nothing.
BEFORE: Mapping[str, Callable[[Connection], None]] = {
    "0040_spellings_with_what_speaks_for_them.sql": renew_blocks_in_parts
}
