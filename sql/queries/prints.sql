-- The prints of quotes: what finds a statement by its words, and the printings that are one statement.

-- name: quotes_to_print
SELECT q.article_id, q.id, q.text, q.listed, q.published_from, q.published_until, q.time_order,
       (SELECT s.name FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id
        ORDER BY s.position LIMIT 1) AS name
FROM quotes q WHERE q.article_id = ANY(%(articles)s::text[]);

-- name: prints_of_articles
SELECT article_id, id, keys, name_key, statement_id, published_from, published_until, time_order
FROM quote_prints WHERE article_id = ANY(%(articles)s::text[]);

-- name: prints_delete
DELETE FROM quote_prints WHERE article_id = ANY(%(articles)s::text[]) AND id = ANY(%(ids)s::text[]);

-- name: prints_insert
INSERT INTO quote_prints (article_id, id, keys, name_key, statement_id, published_from, published_until, time_order)
SELECT article_id, id, keys, name_key, statement_id, published_from, published_until, time_order
FROM jsonb_to_recordset(%(rows)s)
    AS new (article_id text, id text, keys bigint[], name_key text, statement_id text, published_from timestamptz,
            published_until timestamptz, time_order bigint);

-- name: articles_to_print
SELECT id FROM articles WHERE id > %(after)s ORDER BY id LIMIT %(limit)s;

-- name: whole_tables_read
-- Within a transaction. Postgres guesses that a key stands in one row of two hundred, and would, for some of them only,
-- sooner read from the begin of the table than through the index.
SELECT set_config('enable_seqscan', %(allowed)s, true);

-- name: everything_looked_up
-- Within a transaction: as whole_tables_read, and no plan is made anew for each text, which takes as long as to find it.
SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);

-- name: prints_probed
-- One short scan of the index for each probe; of each question those that most keys of its probes have in common, and
-- only some that have much less than these. Of what a probe finds some, and more of the speakers who are asked for.
SELECT found.number, found.article_id, found.id
FROM (SELECT w.number, p.article_id, p.id,
             row_number() OVER (PARTITION BY w.number ORDER BY sum(w.worth) DESC, p.time_order, p.id) AS place,
             sum(w.worth) * %(times)s::integer >= max(sum(w.worth)) OVER (PARTITION BY w.number) AS near
      FROM unnest(%(numbers)s::integer[], %(keys)s::text[], %(worths)s::integer[], %(before)s::text[],
                  %(speakers)s::text[]) AS w (number, keys, worth, before, speakers)
      CROSS JOIN LATERAL (
          SELECT q.article_id, q.id, q.time_order
          FROM (SELECT q.article_id, q.id, q.time_order, row_number() OVER () AS place FROM quote_prints q
                WHERE q.keys @> w.keys::bigint[] AND coalesce(q.published_until, 'infinity') <= w.before::timestamptz
                LIMIT %(looked)s) AS q
          WHERE q.place <= %(some)s
             -- As an array: an EXISTS would be answered by a hash of all that a much quoted speaker ever said.
             OR w.speakers::text[] && ARRAY(SELECT s.speaker_id FROM quote_speakers s
                                            WHERE s.article_id = q.article_id AND s.quote_id = q.id)) AS p
      GROUP BY w.number, p.article_id, p.id, p.time_order) AS found
WHERE found.place <= %(few)s OR (found.near AND found.place <= %(most)s)
ORDER BY found.number, found.place;

-- name: stems
-- What the index of words holds of each word, without those of which it holds nothing.
SELECT w.word, w.stem FROM (
    SELECT word, (ts_lexize('english_stem', word))[1] AS stem FROM unnest(%(words)s::text[]) AS w (word)) AS w
WHERE w.stem IS NOT NULL;

-- name: words_said
-- How many quotes there are, and how many have each word, of those that more than some have: as ANALYZE saw it.
SELECT c.reltuples AS quotes, w.stem, w.share * c.reltuples AS having
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = 'words'
LEFT JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS w (stem, share)
    ON w.stem NOT LIKE '=%%' AND w.share * c.reltuples > %(seldom)s
WHERE c.oid = 'quotes'::regclass;

-- name: quotes_with_words
-- As prints_probed, with words that may stand anywhere, found by so many probes at least. What the speakers who are asked
-- for said counts twice: OFFSET 0 has it looked up once, and not wherever it counts.
SELECT found.number, found.article_id, found.id
FROM (SELECT p.number, p.article_id, p.id,
             row_number() OVER (PARTITION BY p.number ORDER BY p.probes * s.worth DESC, p.time_order, p.id) AS place,
             p.probes * s.worth * %(times)s::integer >= max(p.probes * s.worth) OVER (PARTITION BY p.number) AS near
      FROM (SELECT w.number, w.speakers, q.article_id, q.id, q.time_order, count(*) AS probes,
                   row_number() OVER (PARTITION BY w.number ORDER BY count(*) DESC, q.time_order, q.id) AS place
            FROM unnest(%(numbers)s::integer[], %(queries)s::text[], %(least)s::integer[], %(before)s::text[],
                        %(speakers)s::text[]) AS w (number, query, least, before, speakers)
            CROSS JOIN LATERAL (
                SELECT q.article_id, q.id, q.time_order FROM quotes q
                WHERE q.words @@ w.query::tsquery
                  AND coalesce(q.published_until, 'infinity') <= w.before::timestamptz
                LIMIT %(some)s) AS q
            GROUP BY w.number, w.speakers, q.article_id, q.id, q.time_order HAVING count(*) >= min(w.least)) AS p
      CROSS JOIN LATERAL (
          SELECT 1 + (p.speakers <> '{}' AND p.speakers::text[] && ARRAY(
              SELECT s.speaker_id FROM quote_speakers s
              WHERE s.article_id = p.article_id AND s.quote_id = p.id))::integer AS worth OFFSET 0) AS s
      WHERE p.place <= %(looked)s) AS found
WHERE found.place <= %(few)s OR (found.near AND found.place <= %(most)s)
ORDER BY found.number, found.place;

-- name: quotes_to_compare
SELECT q.id, q.spans, q.quoted, q.listed, q.attribution, q.time_order,
       ARRAY(SELECT s.speaker_id FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id)
           AS speakers
FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS wanted (article_id, id)
JOIN quotes q ON q.article_id = wanted.article_id AND q.id = wanted.id;

-- name: prints_alike
-- The listed prints that share a pair of keys with new ones and may be tied to them; of each new one those that share
-- most.
SELECT found.new_id, p.id, p.name_key, p.statement_id, p.published_from, p.published_until, q.text
FROM (SELECT w.id AS new_id, p.article_id, p.id,
             row_number() OVER (PARTITION BY w.id ORDER BY count(*) DESC, p.id) AS place
      FROM jsonb_to_recordset(%(rows)s) AS w (id text, name_key text, published_from timestamptz,
                                              published_until timestamptz, pairs text[])
      CROSS JOIN LATERAL unnest(w.pairs) AS k (pair)
      CROSS JOIN LATERAL (
          SELECT q.article_id, q.id FROM quote_prints q
          WHERE q.keys @> k.pair::bigint[] AND q.statement_id IS NOT NULL
            AND (q.name_key = w.name_key OR q.published_from IS NULL OR w.published_from IS NULL
                 OR (q.published_from <= w.published_until + interval '30 days'
                     AND q.published_until >= w.published_from - interval '30 days'))
          LIMIT %(some)s) AS p
      GROUP BY w.id, p.article_id, p.id) AS found
JOIN quote_prints p ON p.article_id = found.article_id AND p.id = found.id
JOIN quotes q ON q.article_id = p.article_id AND q.id = p.id
WHERE found.place <= %(most)s;

-- name: prints_of_statements
SELECT p.article_id, p.id, p.name_key, p.statement_id, p.published_from, p.published_until, q.text
FROM quote_prints p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.id
WHERE p.statement_id = ANY(%(statements)s::text[]);

-- name: statements_join
UPDATE quote_prints p SET statement_id = tied.now
FROM unnest(%(statements)s::text[], %(now)s::text[]) AS tied (was, now) WHERE p.statement_id = tied.was;

-- name: print_belongs
UPDATE quote_prints SET statement_id = %(statement)s WHERE article_id = %(article)s AND id = %(id)s;

-- name: print_of_quote
SELECT q.id, p.statement_id FROM quotes q LEFT JOIN quote_prints p ON p.article_id = q.article_id AND p.id = q.id
WHERE q.article_id = %(article)s AND q.id = %(id)s;

-- name: printings
SELECT p.id, p.time_order AS place FROM quote_prints p WHERE p.statement_id = %(statement)s;

-- name: printings_count
SELECT count(*) AS count, count(DISTINCT a.publisher_key) AS publishers
FROM quote_prints p JOIN articles a ON a.id = p.article_id WHERE p.statement_id = %(statement)s;

-- name: printings_of_quotes
-- Of each quote the first printings of its statement, those without a date last, and how many there are.
SELECT mine.id AS of_quote, p.id, p.count
FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS wanted (article_id, id)
JOIN quote_prints mine ON mine.article_id = wanted.article_id AND mine.id = wanted.id
CROSS JOIN LATERAL (
    SELECT s.id, count(*) OVER () AS count,
           row_number() OVER (ORDER BY s.time_order < %(first_dated)s::bigint, s.time_order, s.id DESC) AS place
    FROM quote_prints s WHERE s.statement_id = mine.statement_id) AS p
WHERE p.place <= %(some)s OR p.id = mine.id
ORDER BY mine.id, p.place;
