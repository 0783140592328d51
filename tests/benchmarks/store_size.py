"""How many bytes a quote takes in a store, table by table and index by index, and what that makes of many quotes.

    python -m tests.benchmarks.store_size postgresql://... [--quotes 235000000]

Looks at a store as it is, filled by `onrecord load` or by a corpus maker; run VACUUM FULL before for tables without
holes. Small stores overstate: the first page of each index is empty.
"""

import argparse

import psycopg

SIZES = """
SELECT t.relname AS of_table, '' AS of_index, pg_table_size(t.oid) AS bytes
FROM pg_class t WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r'
UNION ALL
SELECT t.relname, i.relname, pg_relation_size(i.oid)
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
WHERE t.relnamespace = current_schema()::regnamespace
ORDER BY 1, 2
"""
COUNTS = "SELECT (SELECT count(*) FROM quotes), (SELECT count(*) FROM articles), (SELECT count(*) FROM speakers)"
LEAST = 20.0  # bytes a quote: less is an empty page, or not worth a line


def main() -> None:
    """Prints the table for the store that is named."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("url", help="of the store")
    asked.add_argument("--quotes", type=int, default=235_000_000, help="how many there shall be (235,000,000)")
    given = asked.parse_args()
    with psycopg.connect(given.url) as connection:
        sizes = connection.execute(SIZES).fetchall()
        quotes, articles, speakers = connection.execute(COUNTS).fetchall()[0]
    print(f"{quotes} quotes of {articles} articles by {speakers} speakers")
    for table, index, size in sizes:
        if size / quotes >= LEAST:
            print(f"{index or table:36}{'index' if index else 'table':8}{size / quotes:10.0f} bytes a quote")
    for what, wanted in (("tables", False), ("indexes", True)):
        total = sum(size for _, index, size in sizes if bool(index) == wanted) / quotes
        print(f"{what:44}{total:10.0f} bytes a quote, {total * given.quotes / 1e9:,.0f} GB of {given.quotes:,}")


if __name__ == "__main__":
    main()
