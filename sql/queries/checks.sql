-- What must hold of every row of a store: each statement finds the `id` of what breaks one invariant.

-- name: check_revisions_numbered
SELECT a.id FROM articles a
LEFT JOIN (SELECT article_id, count(*) AS revisions, max(revision) AS newest FROM article_revisions GROUP BY article_id)
    AS r ON r.article_id = a.id
WHERE a.revision < 1 OR r.revisions IS DISTINCT FROM a.revision OR r.newest <> a.revision;

-- name: check_articles_current
-- The article says of its newest text what that says itself.
SELECT a.id FROM articles a JOIN article_revisions r ON r.article_id = a.id AND r.revision = a.revision
WHERE (r.sha256, r.language, r.reading, r.reader) <> (a.sha256, a.language, a.reading, a.reader);

-- name: check_ids
SELECT q.id FROM quotes q WHERE NOT starts_with(q.id, q.article_id || '.')
UNION ALL SELECT s.id FROM claim_statements s WHERE NOT starts_with(s.id, s.article_id || '.')
UNION ALL SELECT a.id FROM claim_answers a WHERE NOT starts_with(a.id, a.article_id || '.')
UNION ALL SELECT c.id FROM claims c WHERE NOT starts_with(c.id, c.article_id || '.');

-- name: check_quotes_listed
-- Listed are quotes of the newest text alone, and known without an end.
SELECT q.id FROM quotes q JOIN articles a ON a.id = q.article_id
WHERE q.listed AND (q.revision <> a.revision OR q.article_sha256 <> a.sha256)
   OR q.listed <> (q.known_until IS NULL);

-- name: check_quotes_dated
-- Copies of what the article says.
SELECT q.id FROM quotes q JOIN articles a ON a.id = q.article_id
WHERE (q.time_order, q.publisher_key, q.published_from, q.published_until)
      IS DISTINCT FROM (a.time_order, a.publisher_key, a.published_from, a.published_until)
UNION ALL
SELECT s.quote_id FROM quote_speakers s JOIN quotes q ON q.article_id = s.article_id AND q.id = s.quote_id
WHERE s.time_order <> q.time_order OR s.listed <> q.listed
UNION ALL
SELECT p.id FROM quote_prints p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.id
WHERE (p.time_order, p.published_from, p.published_until, p.statement_id IS NOT NULL)
      IS DISTINCT FROM (q.time_order, q.published_from, q.published_until, q.listed);

-- name: check_attributed
SELECT q.id FROM quotes q WHERE q.attribution = 'attributed'
  AND NOT EXISTS (SELECT FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id);

-- name: check_unknown
-- Nobody is named as the speaker where it is not known who spoke.
SELECT q.id FROM quotes q WHERE q.attribution <> 'attributed'
  AND EXISTS (SELECT FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id);

-- name: check_ambiguous
SELECT q.id FROM quotes q WHERE q.attribution = 'ambiguous' AND jsonb_array_length(q.candidates) = 0;

-- name: check_speakers_known
SELECT s.quote_id AS id FROM quote_speakers s
WHERE s.naming_id IS NULL OR s.speaker_id IS NULL
   OR NOT EXISTS (SELECT FROM namings n WHERE n.id = s.naming_id);

-- name: check_counts_of_articles
SELECT a.id FROM articles a
LEFT JOIN (SELECT article_id, count(*) AS quotes FROM quotes WHERE listed AND speech GROUP BY article_id) AS q
    ON q.article_id = a.id
WHERE a.quotes <> coalesce(q.quotes, 0);

-- name: check_counts_of_speakers
SELECT s.id FROM speakers s
LEFT JOIN (SELECT p.speaker_id, count(*) AS quotes, count(*) FILTER (WHERE q.kind = 'direct') AS direct,
                  count(*) FILTER (WHERE q.kind = 'mixed') AS mixed,
                  count(*) FILTER (WHERE q.kind = 'indirect') AS indirect
           FROM quote_speakers p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.quote_id
           WHERE p.listed AND q.speech GROUP BY p.speaker_id) AS d ON d.speaker_id = s.id
WHERE (s.quotes, s.direct, s.mixed, s.indirect)
      <> (coalesce(d.quotes, 0), coalesce(d.direct, 0), coalesce(d.mixed, 0), coalesce(d.indirect, 0));

-- name: check_counts_of_names
SELECT coalesce(n.speaker_id, d.speaker_id) AS id
FROM speaker_names n
FULL JOIN (SELECT q.speaker_id, f.form, count(*) AS count, count(*) FILTER (WHERE f.form = q.name) AS fullest
           FROM quote_speakers q CROSS JOIN LATERAL unnest(q.forms) AS f (form)
           WHERE q.listed GROUP BY q.speaker_id, f.form) AS d ON d.speaker_id = n.speaker_id AND d.form = n.form
WHERE (n.count, n.fullest) IS DISTINCT FROM (d.count, d.fullest);

-- name: check_counts_of_roles
SELECT coalesce(r.speaker_id, d.speaker_id) AS id
FROM speaker_roles r
FULL JOIN (SELECT speaker_id, role, count(*) AS count FROM quote_speakers WHERE listed AND role IS NOT NULL
           GROUP BY speaker_id, role) AS d ON d.speaker_id = r.speaker_id AND d.role = r.role
WHERE r.count IS DISTINCT FROM d.count;

-- name: check_counts_of_namings
SELECT n.id FROM namings n
LEFT JOIN (SELECT naming_id, count(DISTINCT article_id) AS articles FROM quote_speakers WHERE listed GROUP BY naming_id)
    AS d ON d.naming_id = n.id
WHERE n.articles <> coalesce(d.articles, 0);

-- name: check_names
-- A speaker is called as one of its quotes prints it, or as a curator chose.
SELECT s.id FROM speakers s
WHERE s.name IS DISTINCT FROM s.chosen_name AND (s.quotes > 0 OR s.name <> '')
  AND NOT EXISTS (SELECT FROM quote_speakers q WHERE q.speaker_id = s.id AND s.name = ANY(q.forms));

-- name: check_speakers_without_quotes
SELECT s.id FROM speakers s WHERE NOT EXISTS (SELECT FROM quote_speakers q WHERE q.speaker_id = s.id)
UNION ALL
SELECT n.id FROM namings n WHERE NOT EXISTS (SELECT FROM quote_speakers q WHERE q.naming_id = n.id)
UNION ALL
SELECT n.id FROM namings n WHERE n.articles > 0 AND n.speaker_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM speakers s WHERE s.id = n.speaker_id);

-- name: check_statements
-- A claim rests on the newest text of its article, says whose it is, and where its words are a quote, that is listed. By
-- keys is found what is there.
SELECT s.id FROM claim_statements s LEFT JOIN articles a ON a.id = s.article_id
WHERE a.id IS NULL OR s.article_sha256 <> a.sha256 OR s.time_order <> a.time_order OR cardinality(s.names) = 0
UNION ALL
SELECT w.id FROM claim_answers w LEFT JOIN articles a ON a.id = w.article_id
WHERE a.id IS NULL OR w.article_sha256 <> a.sha256 OR w.time_order <> a.time_order OR cardinality(w.names) = 0
UNION ALL
SELECT t.id FROM (SELECT article_id, id, quote_id FROM claim_statements UNION ALL
                  SELECT article_id, id, quote_id FROM claim_answers) AS t
LEFT JOIN quotes q ON q.article_id = t.article_id AND q.id = t.quote_id
WHERE t.quote_id IS NOT NULL AND (q.id IS NULL OR NOT q.listed)
UNION ALL
SELECT k.id FROM claim_keys k
WHERE NOT EXISTS (SELECT FROM claim_statements s WHERE s.article_id = k.article_id AND s.id = k.id)
UNION ALL
SELECT k.id FROM answer_keys k
WHERE NOT EXISTS (SELECT FROM claim_answers w WHERE w.article_id = k.article_id AND w.id = k.id);

-- name: check_claims
-- Every statement tells a claim, whose id is that of a statement that tells itself; every claim is told.
SELECT s.id FROM claim_statements s
LEFT JOIN claim_statements first ON first.article_id = split_part(s.claim_id, '.', 1) AND first.id = s.claim_id
LEFT JOIN claims c ON c.article_id = split_part(s.claim_id, '.', 1) AND c.id = s.claim_id
WHERE c.id IS NULL OR first.claim_id IS DISTINCT FROM s.claim_id
UNION ALL
SELECT c.id FROM claims c LEFT JOIN claim_statements s ON s.article_id = c.article_id AND s.id = c.id
WHERE s.claim_id IS DISTINCT FROM c.id;

-- name: check_counts_of_claims
SELECT c.id FROM claims c
LEFT JOIN (SELECT claim_id, count(*) AS statements FROM claim_statements GROUP BY claim_id) AS s ON s.claim_id = c.id
LEFT JOIN (SELECT claim_id, count(*) AS disputes, bool_or(confidence >= %(sure)s::float8 OR verdict = 'confirmed') AS sure
           FROM disputes WHERE foremost AND verdict IS DISTINCT FROM 'refuted' GROUP BY claim_id)
    AS d ON d.claim_id = c.id
WHERE c.statements <> coalesce(s.statements, 0) OR c.disputes <> coalesce(d.disputes, 0)
   OR (c.status = 'disputed') <> coalesce(d.sure, false);

-- name: check_disputes
-- Both sides are there with their words and their names, of different parties: one that the claim accuses may be of the
-- claimant's own.
SELECT d.id FROM disputes d
LEFT JOIN claim_statements s ON s.article_id = d.article_id AND s.id = d.statement_id
LEFT JOIN claim_answers a ON a.article_id = d.answer_article_id AND a.id = d.answer_id
CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(a.facts -> 'parties')) AS own) AS p
WHERE s.id IS NULL OR a.id IS NULL OR s.claim_id <> d.claim_id OR d.names <> a.names OR d.time_order <> a.time_order
   OR cardinality(s.names) = 0 OR cardinality(a.names) = 0 OR s.text = '' OR a.text = ''
   OR d.names <@ s.names
   OR (s.facts -> 'parties' ?| p.own AND NOT s.facts -> 'accused_parties' ?| p.own AND NOT s.facts -> 'about' ?| p.own);

-- name: check_disputes_foremost
SELECT claim_id AS id FROM disputes GROUP BY claim_id, answer_id HAVING count(*) FILTER (WHERE foremost) <> 1;

-- name: check_sides
SELECT c.claim_id AS id FROM claim_sides c
WHERE NOT EXISTS (SELECT FROM quote_speakers q WHERE q.naming_id = c.naming_id AND q.article_id = c.told_in
                    AND q.listed AND q.speaker_id = c.speaker_id);

-- name: check_disputed_quotes
SELECT q.id FROM quotes q
LEFT JOIN (SELECT DISTINCT article_id, quote_id FROM disputed_quotes) AS d
    ON d.article_id = q.article_id AND d.quote_id = q.id
WHERE q.disputed <> (d.quote_id IS NOT NULL)
UNION ALL
SELECT d.quote_id FROM disputed_quotes d
WHERE NOT EXISTS (SELECT FROM quotes q WHERE q.article_id = d.article_id AND q.id = d.quote_id AND q.listed)
   OR NOT EXISTS (SELECT FROM claims c WHERE c.article_id = split_part(d.claim_id, '.', 1) AND c.id = d.claim_id
                    AND c.status = 'disputed');

-- name: check_prints
-- Every quote has its print, and every print its quote; a statement goes by the least id of its printings.
SELECT coalesce(q.id, p.id) AS id FROM quotes q FULL JOIN quote_prints p ON p.article_id = q.article_id AND p.id = q.id
WHERE q.id IS NULL OR p.id IS NULL
UNION ALL
SELECT statement_id FROM quote_prints WHERE statement_id IS NOT NULL
GROUP BY statement_id HAVING min(id) <> statement_id;

-- name: check_judgements
-- What was judged is about words that are or were there, in an article that is.
SELECT r.statement_id AS id FROM claim_reviews r
WHERE NOT EXISTS (SELECT FROM articles a WHERE a.id = split_part(r.statement_id, '.', 1))
UNION ALL
SELECT v.statement_id FROM dispute_verdicts v
WHERE NOT EXISTS (SELECT FROM articles a WHERE a.id = split_part(v.statement_id, '.', 1))
   OR NOT EXISTS (SELECT FROM articles a WHERE a.id = split_part(v.answer_id, '.', 1))
UNION ALL
SELECT c.id FROM corrections c
WHERE c.subject = 'quote' AND NOT EXISTS (SELECT FROM articles a WHERE a.id = split_part(c.subject_id, '.', 1));

-- name: check_corrected
-- A quote says of itself that it is corrected where a correction of it is in force.
SELECT q.id FROM quotes q WHERE q.as_read IS NOT NULL
  AND q.corrected <> '{}'
  AND NOT EXISTS (SELECT FROM corrections c WHERE c.subject = 'quote' AND c.subject_id = q.id AND c.undone_at IS NULL);

-- name: check_speaker_redirects
-- Followed to its end, each leads to somebody who is there.
WITH RECURSIVE followed (id, at, steps) AS (
    SELECT id, speaker_id, 1 FROM speaker_redirects
    UNION ALL
    SELECT f.id, r.speaker_id, f.steps + 1 FROM followed f JOIN speaker_redirects r ON r.id = f.at WHERE f.steps <= 20
)
SELECT f.id FROM followed f
WHERE f.steps > 20
   OR (NOT EXISTS (SELECT FROM speaker_redirects r WHERE r.id = f.at)
       AND NOT EXISTS (SELECT FROM speakers s WHERE s.id = f.at))
UNION
SELECT r.id FROM speaker_redirects r JOIN speakers s ON s.id = r.id AND s.quotes > 0;

-- name: check_claim_redirects
-- A statement that a reading finds no more may come back with the next, as long as its article is there.
WITH RECURSIVE followed (id, at, steps) AS (
    SELECT id, statement_id, 1 FROM claim_redirects
    UNION ALL
    SELECT f.id, r.statement_id, f.steps + 1 FROM followed f JOIN claim_redirects r ON r.id = f.at WHERE f.steps <= 20
)
SELECT f.id FROM followed f
WHERE f.steps > 20
   OR (NOT EXISTS (SELECT FROM claim_redirects r WHERE r.id = f.at)
       AND NOT EXISTS (SELECT FROM claim_statements s WHERE s.article_id = split_part(f.at, '.', 1) AND s.id = f.at)
       AND NOT EXISTS (SELECT FROM articles a WHERE a.id = split_part(f.at, '.', 1)))
UNION
SELECT r.id FROM claim_redirects r JOIN claim_statements s ON s.article_id = split_part(r.id, '.', 1) AND s.id = r.id;

-- name: check_erased
-- Where ids of an erased article stand without a column of their own; columns are asked one by one beside this.
SELECT t.article_id AS id FROM tombstones t
WHERE EXISTS (SELECT FROM articles a WHERE a.id = t.article_id)
   OR EXISTS (SELECT FROM corrections c WHERE c.subject = 'quote' AND split_part(c.subject_id, '.', 1) = t.article_id)
   OR EXISTS (SELECT FROM idempotency i WHERE i.headers ->> 'Location' = '/articles/' || t.article_id);

-- name: check_erased_column
SELECT t.article_id AS id FROM tombstones t WHERE EXISTS (SELECT FROM {table} x WHERE x.{column} = t.article_id);

-- name: check_changes_numbered
-- No number is given out that the feed still would give out, and none stands that it was cut behind.
SELECT c.number::text AS id FROM changes c
WHERE c.number < 1 OR c.number > (SELECT last_value FROM changes_number_seq)
   OR c.number <= (SELECT number FROM changes_pruned)
   OR (c.number = (SELECT last_value FROM changes_number_seq) AND NOT (SELECT is_called FROM changes_number_seq));

-- name: check_changes_told
-- Whoever has read the whole feed knows what is there: of all that it tells of at all, the last word is true.
WITH told AS (
    SELECT DISTINCT ON (kind, subject_id) kind, subject_id, event FROM changes
    WHERE (kind, event) IN (('article', 'added'), ('article', 'erased'),
                            ('quote', 'added'), ('quote', 'withdrawn'), ('quote', 'erased'),
                            ('speaker', 'added'), ('speaker', 'merged'), ('speaker', 'withdrawn'),
                            ('claim', 'opened'), ('claim', 'merged'), ('claim', 'closed'))
    ORDER BY kind, subject_id, number DESC
)
SELECT t.subject_id AS id FROM told t LEFT JOIN articles a ON t.kind = 'article' AND a.id = t.subject_id
WHERE t.kind = 'article' AND (a.id IS NOT NULL) <> (t.event = 'added')
UNION ALL
SELECT t.subject_id FROM told t
LEFT JOIN quotes q ON q.article_id = split_part(t.subject_id, '.', 1) AND q.id = t.subject_id
WHERE t.kind = 'quote' AND coalesce(q.listed, false) <> (t.event = 'added')
UNION ALL
SELECT t.subject_id FROM told t LEFT JOIN speakers s ON s.id = t.subject_id
WHERE t.kind = 'speaker' AND coalesce(s.quotes > 0, false) <> (t.event = 'added')
UNION ALL
SELECT t.subject_id FROM told t
LEFT JOIN claims c ON c.article_id = split_part(t.subject_id, '.', 1) AND c.id = t.subject_id
WHERE t.kind = 'claim' AND (c.id IS NOT NULL AND c.status NOT IN ('conceded', 'agreed')) <> (t.event = 'opened')
UNION ALL
-- Every listed quote of an article that the feed has told from its beginning was told too.
SELECT q.id FROM quotes q JOIN told a ON a.kind = 'article' AND a.event = 'added' AND a.subject_id = q.article_id
LEFT JOIN told t ON t.kind = 'quote' AND t.subject_id = q.id
WHERE q.listed AND t.subject_id IS NULL;

-- name: check_deliveries
SELECT d.id FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
WHERE d.type = 'changes' AND (d.after_number >= d.until_number OR d.until_number > w.position)
UNION ALL
SELECT w.id FROM webhooks w WHERE w.position > (SELECT last_value FROM changes_number_seq);

-- name: check_jobs
-- Each line that was received is due or counted once.
SELECT j.id FROM jobs j
LEFT JOIN (SELECT job_id, sum(lines_left) AS due, sum(lines_left + created + revised + updated + unchanged + failed) AS all_
           FROM job_chunks GROUP BY job_id) AS c ON c.job_id = j.id
WHERE j.received <> coalesce(c.all_, 0) OR (j.finished_at IS NOT NULL AND c.due > 0)
UNION ALL
SELECT coalesce(c.job_id, l.job_id) FROM job_chunks c
FULL JOIN (SELECT job_id, chunk, count(*) AS lines FROM job_lines GROUP BY job_id, chunk) AS l
    ON l.job_id = c.job_id AND l.chunk = c.chunk
WHERE coalesce(c.lines_left, 0) <> coalesce(l.lines, 0);

-- name: check_references
-- Rows of a table that refer to none of another; with the columns of one of its foreign keys.
SELECT {shown} AS id FROM {child} c
WHERE {given} AND NOT EXISTS (SELECT FROM {parent} p WHERE {same});

-- name: check_foreign_keys
SELECT child.relname::text AS child, parent.relname::text AS parent,
       (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number) AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number) AS keys
FROM pg_constraint c JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
WHERE c.contype = 'f' AND child.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  AND child.relname = ANY(%(tables)s)
ORDER BY child.relname, c.conname;

-- name: check_columns_of_articles
-- Columns that hold ids of articles. Not those of the feed and the tombstones, which tell of erased ones.
SELECT c.relname::text AS "table", a.attname::text AS "column"
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  AND c.relname = ANY(%(tables)s) AND c.relname NOT IN ('tombstones', 'changes')
  AND a.attname IN ('article_id', 'answer_article_id', 'told_in')
ORDER BY 1, 2;

-- What the words of each text are held against: streams in the order of article and revision.

-- name: check_texts
SELECT r.article_id, r.revision, r.text, r.sha256,
       CASE WHEN a.revision = r.revision THEN a.characters END AS characters
FROM article_revisions r JOIN articles a ON a.id = r.article_id ORDER BY r.article_id, r.revision;

-- name: check_words_of_quotes
SELECT q.article_id, q.revision, q.id, q.article_sha256, q.extent_start, q.extent_end, q.text, q.spans, q.quoted, q.cue,
       q.before, q.after,
       ARRAY(SELECT ARRAY[s.span_start, s.span_end] FROM quote_speakers s
             WHERE s.article_id = q.article_id AND s.quote_id = q.id AND s.span_start IS NOT NULL) AS places
FROM quotes q ORDER BY q.article_id, q.revision, q.id;

-- name: check_words_of_statements
-- What is said to a statement stands in its article like the signals of a dispute.
SELECT s.article_id, a.revision, s.id, s.article_sha256, s.extent_start, s.extent_end, s.text, s.spans, s.before, s.after,
       jsonb_path_query_array(s.facts, '$.replies[*].spans[*]') AS signals
FROM claim_statements s JOIN articles a ON a.id = s.article_id ORDER BY s.article_id, s.id;

-- name: check_words_of_answers
SELECT s.article_id, a.revision, s.id, s.article_sha256, s.extent_start, s.extent_end, s.text, s.spans, s.before, s.after
FROM claim_answers s JOIN articles a ON a.id = s.article_id ORDER BY s.article_id, s.id;

-- name: check_words_of_disputes
SELECT d.answer_article_id AS article_id, a.revision, d.id, d.signals
FROM disputes d JOIN articles a ON a.id = d.answer_article_id ORDER BY d.answer_article_id, d.id;
