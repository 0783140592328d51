-- name: articles_by_id
-- A page at a time, whoever has read them: among millions that are up to date no statement searches for long.
SELECT a.id, a.reader FROM articles a WHERE a.revision > 0 AND a.id > %(after)s;

-- name: article_to_reread
SELECT a.id, a.reader, r.sha256, r.text FROM articles a
JOIN article_revisions r ON r.article_id = a.id AND r.revision = a.revision
WHERE a.id = %(id)s;

-- name: article_reread_lock
SELECT a.id, a.revision, a.sha256, a.reader, a.reading, a.language, a.publisher_key, a.published_from, a.published_until, a.time_order
FROM articles a WHERE a.id = %(id)s FOR UPDATE;

-- name: quotes_placed
-- All quotes of an article, those of other texts too; their places count only in their own text.
SELECT id, listed, article_sha256 = %(sha256)s AS of_this_text,
       ARRAY(SELECT ARRAY[(span ->> 'start')::integer, (span ->> 'end')::integer]
             FROM jsonb_array_elements(spans) WITH ORDINALITY AS s (span, place) ORDER BY place) AS content
FROM quotes WHERE article_id = %(id)s;

-- name: quotes_as_read
SELECT q.id, q.spans, q.quoted, q.cue, q.kind, q.speech, q.stance, q.attribution, q.reason, q.candidates, q.confidence,
       q.via,
       (SELECT jsonb_agg(jsonb_build_object('naming_id', s.naming_id, 'name', s.name, 'forms', s.forms,
                                            'kind', s.kind, 'role', s.role, 'span_start', s.span_start,
                                            'span_end', s.span_end) ORDER BY s.position)
        FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id) AS speakers
FROM quotes q WHERE q.article_id = %(id)s AND q.listed;

-- name: quotes_withdraw
UPDATE quotes SET listed = false, known_until = now()
WHERE article_id = %(id)s AND listed AND id <> ALL(%(ids)s::text[]);

-- name: quote_speakers_withdraw
UPDATE quote_speakers SET listed = false WHERE article_id = %(id)s AND listed AND quote_id <> ALL(%(ids)s::text[]);

-- name: article_reread
UPDATE articles SET language = %(language)s, reading = %(reading)s, reader = %(reader)s, quotes = %(quotes)s
WHERE id = %(id)s;

-- name: revision_reread
UPDATE article_revisions SET language = %(language)s, reading = %(reading)s, reader = %(reader)s
WHERE article_id = %(id)s AND revision = %(revision)s;
