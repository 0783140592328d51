-- The feed of changes: writing it, reading it, and what its events are made of.

-- name: changes_insert
-- The lock is held until the transaction ends: whoever comes next numbers its changes when these can be seen. No row is
-- there to be numbered before it is taken.
WITH alone AS MATERIALIZED (
    SELECT pg_advisory_xact_lock(7306007)
)
INSERT INTO changes (kind, event, subject_id, article_id, details)
SELECT c.kind, c.event, c.subject, c.article, c.details
FROM alone CROSS JOIN ROWS FROM (jsonb_to_recordset(%(rows)s)
                                 AS (kind text, event text, subject text, article text, details jsonb))
     WITH ORDINALITY AS c (kind, event, subject, article, details, place)
ORDER BY c.place;

-- store/changes.py appends what is asked for, the order and the limit.

-- name: changes_after
SELECT c.number, c.at, c.kind, c.event, c.subject_id, c.article_id, c.details FROM changes c WHERE c.number > %(after)s;

-- name: change_at
-- The last one that is kept no more is a place, too.
SELECT number, at FROM changes WHERE number = %(number)s
UNION ALL SELECT number, at FROM changes_pruned WHERE number = %(number)s;

-- name: changes_floor
SELECT number FROM changes_pruned;

-- name: changes_prune_lock
-- False where another is about it, or wants something kept.
SELECT pg_try_advisory_xact_lock(7306020) AS mine;

-- name: changes_keep
SELECT pg_advisory_xact_lock_shared(7306020);

-- name: changes_prune
-- Some of the oldest, from the beginning on up to the first that is to stay: the newest of all, one that is not older
-- than `kept` seconds, and what a webhook has still to be told.
WITH oldest AS (
    SELECT number, at FROM changes ORDER BY number LIMIT %(most)s
), stays AS (
    SELECT min(number) AS number FROM (
        SELECT max(number) AS number FROM changes
        UNION ALL SELECT min(number) FROM oldest WHERE at >= now() - make_interval(secs => %(kept)s)
        UNION ALL SELECT min(position) + 1 FROM webhooks
        UNION ALL SELECT min(after_number) + 1 FROM webhook_deliveries WHERE status = 'due' AND type = 'changes'
    ) AS each
), last AS (
    SELECT o.number, o.at FROM oldest o, stays WHERE o.number < stays.number ORDER BY o.number DESC LIMIT 1
), told AS (
    INSERT INTO changes_pruned (number, at) SELECT number, at FROM last
    ON CONFLICT (alone) DO UPDATE SET number = excluded.number, at = excluded.at
)
DELETE FROM changes c USING last WHERE c.number <= last.number;

-- name: change_last
SELECT number, at FROM changes ORDER BY number DESC LIMIT 1;

-- name: changed_at
SELECT w.id, coalesce((SELECT max(c.at) FROM changes c WHERE c.subject_id = w.id), a.taken_in_at) AS at
FROM unnest(%(ids)s::text[], %(articles)s::text[]) AS w (id, article_id) JOIN articles a ON a.id = w.article_id;

-- name: quotes_standing
-- The listed quotes of an article with their speakers, in the order of the text.
SELECT q.id, q.speech,
       ARRAY(SELECT s.speaker_id FROM quote_speakers s
             WHERE s.article_id = q.article_id AND s.quote_id = q.id ORDER BY s.position) AS speakers
FROM quotes q WHERE q.article_id = %(id)s AND q.listed ORDER BY q.extent_start, q.id;

-- name: quotes_ever
SELECT q.article_id, q.id FROM quotes q WHERE q.article_id = ANY(%(articles)s::text[])
ORDER BY q.article_id, q.extent_start, q.id;

-- name: quotes_of_namings
-- The listed quotes in which one of these namings speaks in one of its articles, with all their speakers.
SELECT s.article_id, s.quote_id, array_agg(s.naming_id ORDER BY s.position) AS namings,
       array_agg(s.speaker_id ORDER BY s.position) AS speakers
FROM (SELECT DISTINCT q.article_id, q.quote_id
      FROM unnest(%(namings)s::text[], %(articles)s::text[]) AS moved (naming_id, article_id)
      JOIN quote_speakers q ON q.naming_id = moved.naming_id AND q.article_id = moved.article_id AND q.listed) AS q
JOIN quote_speakers s ON s.article_id = q.article_id AND s.quote_id = q.quote_id
GROUP BY s.article_id, s.quote_id ORDER BY s.article_id, s.quote_id;

-- name: speakers_speaking
SELECT id FROM speakers WHERE id = ANY(%(ids)s::text[]) AND quotes > 0;

-- name: speaker_redirects_of
SELECT id, speaker_id FROM speaker_redirects WHERE id = ANY(%(ids)s::text[]);

-- name: claims_resting_on
-- The claims that articles tell, dispute, or see disputed, with all answers that stand against each.
SELECT c.id, c.status, c.flags, c.nature, c.statements, c.parties,
       (SELECT jsonb_object_agg(d.answer_id, d.id) FROM disputes d
        WHERE d.claim_id = c.id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted') AS answers
FROM (SELECT article_id, id FROM claims WHERE article_id = ANY(%(articles)s::text[])
      UNION SELECT split_part(claim_id, '.', 1), claim_id FROM disputes
      WHERE article_id = ANY(%(articles)s::text[]) OR answer_article_id = ANY(%(articles)s::text[])) AS k
JOIN claims c ON c.article_id = k.article_id AND c.id = k.id;

-- name: claims_standing
-- These claims, but for the disputes in which some articles take part.
SELECT c.id, c.status, c.flags, c.nature, c.statements, c.parties,
       (SELECT jsonb_object_agg(d.answer_id, d.id) FROM disputes d
        WHERE d.claim_id = c.id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
          AND d.article_id <> ALL(%(without)s::text[]) AND d.answer_article_id <> ALL(%(without)s::text[])) AS answers
FROM claims c WHERE c.id = ANY(%(claims)s::text[]) AND c.article_id = ANY(%(articles)s::text[]);
