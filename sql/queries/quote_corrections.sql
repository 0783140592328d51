-- name: corrections_in_force
-- Of each sort the last one that was not taken back.
SELECT DISTINCT ON (subject_id, type) id, subject_id, type, from_value, to_value, why, key_id, made_at FROM corrections
WHERE subject = 'quote' AND subject_id = ANY(%(ids)s::text[]) AND undone_at IS NULL AND undoes IS NULL
ORDER BY subject_id, type, number DESC;

-- name: correction_subject
SELECT subject, subject_id FROM corrections WHERE id = %(id)s;

-- name: quotes_found
-- What the newest reading of an article found, rejected quotes too; each with its speakers as identity tells them apart.
SELECT q.id, q.spans, q.quoted, q.cue, q.kind, q.speech, q.stance, q.attribution, q.reason, q.candidates, q.confidence,
       q.via, q.as_read,
       (SELECT jsonb_agg(jsonb_build_object(
                   'naming', jsonb_build_object('id', n.id, 'sort', n.sort, 'block', n.block, 'name', n.name,
                                                'kind', n.kind, 'facts', n.facts, 'article_id', n.article_id),
                   'name', s.name, 'forms', s.forms, 'kind', s.kind, 'role', s.role,
                   'span_start', s.span_start, 'span_end', s.span_end) ORDER BY s.position)
        FROM quote_speakers s JOIN namings n ON n.id = s.naming_id
        WHERE s.article_id = q.article_id AND s.quote_id = q.id) AS speakers
FROM quotes q WHERE q.article_id = %(id)s AND (q.listed OR q.as_read IS NOT NULL) ORDER BY q.extent_start, q.id;

-- name: quotes_of_older_text
-- What was found in the text that stood before this one, and whether a correction of it is in force.
SELECT q.id, q.text, EXISTS (SELECT FROM corrections c
                             WHERE c.subject = 'quote' AND c.subject_id = q.id AND c.undone_at IS NULL
                               AND c.undoes IS NULL) AS corrected
FROM quotes q
WHERE q.article_id = %(id)s AND q.article_sha256 <> %(sha256)s AND (q.listed OR q.as_read IS NOT NULL)
ORDER BY q.extent_start, q.id;

-- name: quotes_corrected_no_more
-- One that is listed no more goes on telling that its speaker or kind is a curator's.
UPDATE quotes SET as_read = NULL, corrected = CASE WHEN listed THEN '{}' ELSE corrected END
WHERE article_id = %(id)s AND (as_read IS NOT NULL OR corrected <> '{}') AND id <> ALL(%(ids)s::text[]);

-- name: quote_corrected
UPDATE quotes SET as_read = %(as_read)s, corrected = %(fields)s WHERE article_id = %(article)s AND id = %(id)s;

-- name: speaker_in_article
-- How an article prints a speaker, at the fullest.
SELECT s.name, s.forms, s.kind, s.role FROM quote_speakers s
WHERE s.article_id = %(article)s AND s.speaker_id = %(speaker)s AND s.listed
ORDER BY s.role IS NULL, length(s.name) DESC, s.name, s.role LIMIT 1;

-- name: quote_corrections_forget
DELETE FROM corrections WHERE subject = 'quote' AND split_part(subject_id, '.', 1) = ANY(%(articles)s::text[]);
