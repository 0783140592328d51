-- name: speaker_rows
SELECT s.id, s.name, s.kind, s.quotes, s.direct, s.mixed, s.indirect, s.first_published, s.last_published,
       (SELECT jsonb_agg(jsonb_build_object('name', n.form, 'count', n.count) ORDER BY n.count DESC, n.form)
        FROM speaker_names n WHERE n.speaker_id = s.id) AS names,
       (SELECT jsonb_agg(jsonb_build_object('role', r.role, 'count', r.count) ORDER BY r.count DESC, r.role)
        FROM speaker_roles r WHERE r.speaker_id = s.id) AS roles
FROM speakers s WHERE s.quotes > 0;

-- name: speakers_matching
SELECT s.id, s.name, s.quotes AS count FROM speakers s
WHERE s.quotes > 0 AND (
    s.id = %(id)s
    OR s.surname = %(surname)s
    OR s.id IN (SELECT n.speaker_id FROM speaker_names n WHERE n.key = %(key)s))
ORDER BY s.quotes DESC, s.id;

-- name: speakers_lock
-- Inserts the speakers that are new and locks them all, in the order of the ids: two intakes that name the same
-- speakers wait for one another here and can never hold what the other needs. DO NOTHING would not lock.
INSERT INTO speakers (id, key, kind, surname)
SELECT wanted.id, wanted.key, wanted.kind, wanted.surname
FROM unnest(%(ids)s::text[], %(keys)s::text[], %(kinds)s::text[], %(surnames)s::text[])
    AS wanted (id, key, kind, surname)
ORDER BY wanted.id COLLATE "C"
ON CONFLICT (id) DO UPDATE SET key = excluded.key;

-- name: speakers_of_articles
SELECT DISTINCT s.id, s.key, s.kind, s.surname
FROM quote_speakers q JOIN speakers s ON s.id = q.speaker_id
WHERE q.article_id = ANY(%(articles)s::text[]);

-- name: speaker_names_add
INSERT INTO speaker_names (speaker_id, form, key, words, count, fullest)
SELECT q.speaker_id, f.form, %(forms)s::jsonb -> f.form ->> 'key',
       ARRAY(SELECT jsonb_array_elements_text(%(forms)s::jsonb -> f.form -> 'words')),
       count(*), count(*) FILTER (WHERE f.form = q.name)
FROM quote_speakers q CROSS JOIN LATERAL unnest(q.forms) AS f (form)
WHERE q.article_id = %(article)s AND q.listed
GROUP BY q.speaker_id, f.form
ON CONFLICT (speaker_id, form) DO UPDATE
SET count = speaker_names.count + excluded.count, fullest = speaker_names.fullest + excluded.fullest;

-- name: speaker_roles_add
INSERT INTO speaker_roles (speaker_id, role, count)
SELECT q.speaker_id, q.role, count(*)
FROM quote_speakers q
WHERE q.article_id = %(article)s AND q.listed AND q.role IS NOT NULL
GROUP BY q.speaker_id, q.role
ON CONFLICT (speaker_id, role) DO UPDATE SET count = speaker_roles.count + excluded.count;

-- name: speaker_quotes_add
UPDATE speakers s
SET quotes = s.quotes + d.quotes, direct = s.direct + d.direct, mixed = s.mixed + d.mixed,
    indirect = s.indirect + d.indirect
FROM (SELECT p.speaker_id, count(*) AS quotes, count(*) FILTER (WHERE q.kind = 'direct') AS direct,
             count(*) FILTER (WHERE q.kind = 'mixed') AS mixed, count(*) FILTER (WHERE q.kind = 'indirect') AS indirect
      FROM quote_speakers p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.quote_id
      WHERE p.article_id = %(article)s AND p.listed AND q.speech
      GROUP BY p.speaker_id) AS d
WHERE s.id = d.speaker_id;

-- name: speaker_names_subtract
UPDATE speaker_names n
SET count = n.count - d.count, fullest = n.fullest - d.fullest
FROM (SELECT q.speaker_id, f.form, count(*) AS count, count(*) FILTER (WHERE f.form = q.name) AS fullest
      FROM quote_speakers q CROSS JOIN LATERAL unnest(q.forms) AS f (form)
      WHERE q.article_id = ANY(%(articles)s::text[]) AND q.listed
      GROUP BY q.speaker_id, f.form) AS d
WHERE n.speaker_id = d.speaker_id AND n.form = d.form;

-- name: speaker_roles_subtract
UPDATE speaker_roles r
SET count = r.count - d.count
FROM (SELECT q.speaker_id, q.role, count(*) AS count
      FROM quote_speakers q
      WHERE q.article_id = ANY(%(articles)s::text[]) AND q.listed AND q.role IS NOT NULL
      GROUP BY q.speaker_id, q.role) AS d
WHERE r.speaker_id = d.speaker_id AND r.role = d.role;

-- name: speaker_quotes_subtract
UPDATE speakers s
SET quotes = s.quotes - d.quotes, direct = s.direct - d.direct, mixed = s.mixed - d.mixed,
    indirect = s.indirect - d.indirect
FROM (SELECT p.speaker_id, count(*) AS quotes, count(*) FILTER (WHERE q.kind = 'direct') AS direct,
             count(*) FILTER (WHERE q.kind = 'mixed') AS mixed, count(*) FILTER (WHERE q.kind = 'indirect') AS indirect
      FROM quote_speakers p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.quote_id
      WHERE p.article_id = ANY(%(articles)s::text[]) AND p.listed AND q.speech
      GROUP BY p.speaker_id) AS d
WHERE s.id = d.speaker_id;

-- name: speaker_names_unused
DELETE FROM speaker_names WHERE speaker_id = ANY(%(ids)s::text[]) AND count <= 0;

-- name: speaker_roles_unused
DELETE FROM speaker_roles WHERE speaker_id = ANY(%(ids)s::text[]) AND count <= 0;

-- name: speakers_unused
-- A speaker whom only superseded quotes name is kept for them, unlisted.
DELETE FROM speakers s
WHERE s.id = ANY(%(ids)s::text[]) AND NOT EXISTS (SELECT FROM quote_speakers q WHERE q.speaker_id = s.id);

-- name: speakers_decide
-- Of the forms that were the fullest of an article, the one most often printed; of equals the longest.
UPDATE speakers s
SET name = (SELECT n.form FROM speaker_names n WHERE n.speaker_id = s.id
            ORDER BY (n.fullest > 0) DESC, n.fullest DESC, length(n.form) DESC, n.form LIMIT 1),
    words = array_to_tsvector(ARRAY(SELECT DISTINCT w.word FROM speaker_names n
                                    CROSS JOIN LATERAL unnest(n.words) AS w (word) WHERE n.speaker_id = s.id)),
    first_published = (SELECT a.published_at FROM quote_speakers q JOIN articles a ON a.id = q.article_id
                       WHERE q.speaker_id = s.id AND q.listed AND q.time_order >= %(first_dated)s::bigint
                       ORDER BY q.time_order, q.quote_id LIMIT 1),
    last_published = (SELECT a.published_at FROM quote_speakers q JOIN articles a ON a.id = q.article_id
                      WHERE q.speaker_id = s.id AND q.listed AND q.time_order >= %(first_dated)s::bigint
                      ORDER BY q.time_order DESC, q.quote_id DESC LIMIT 1)
WHERE s.id = ANY(%(ids)s::text[]) AND s.quotes > 0;
