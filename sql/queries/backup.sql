-- What a store consists of, asked of the catalogue, so that a new migration needs no second list of its tables.

-- name: store_columns
-- Without generated columns: Postgres computes them again.
SELECT c.relname::text AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname = ANY(%(tables)s)
GROUP BY c.relname
ORDER BY c.relname;

-- name: store_references
SELECT child.relname::text AS child, parent.relname::text AS parent
FROM pg_constraint k
JOIN pg_class child ON child.oid = k.conrelid
JOIN pg_class parent ON parent.oid = k.confrelid
WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
  AND child.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  AND child.relname = ANY(%(tables)s) AND parent.relname = ANY(%(tables)s);

-- name: store_sequences
-- Those that number the rows of a table.
SELECT s.relname::text AS name
FROM pg_class s
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid
    AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
JOIN pg_class t ON t.oid = d.refobjid
WHERE s.relkind = 'S' AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  AND t.relname = ANY(%(tables)s)
ORDER BY s.relname;

-- name: sequence_set
SELECT setval(quote_ident(%(name)s)::regclass, %(value)s, %(called)s);
