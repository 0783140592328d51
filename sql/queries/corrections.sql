-- name: corrections_of_blocks
-- A quote whose speaker was set by id has a naming apart, merged with that speaker.
SELECT type, from_value, to_value FROM corrections
WHERE (subject, type) IN (('speaker', 'merge'), ('speaker', 'split'), ('quote', 'speaker'))
  AND undone_at IS NULL
  AND to_value -> 'blocks' ?| %(blocks)s::text[]
ORDER BY number;

-- name: corrections_of_blocks_moved
-- What ties a block together ties those too into which some of its namings go.
UPDATE corrections c
SET to_value = jsonb_set(c.to_value, ARRAY['blocks'], (c.to_value -> 'blocks') || (
    SELECT coalesce(jsonb_agg(DISTINCT now.block), '[]') FROM jsonb_to_recordset(%(rows)s) AS now (was text, block text)
    WHERE c.to_value -> 'blocks' ? now.was))
WHERE c.to_value -> 'blocks' ?| ARRAY(SELECT was FROM jsonb_to_recordset(%(rows)s) AS now (was text));

-- name: correction_insert
INSERT INTO corrections (id, subject, subject_id, type, from_value, to_value, why, key_id, made_at, undoes, carried_from)
VALUES (%(id)s, %(subject)s, %(subject_id)s, %(type)s, %(from)s, %(to)s, %(why)s, %(key)s,
        coalesce(%(made_at)s::timestamptz, now()), %(undoes)s, %(carried_from)s);

-- name: correction_lock
SELECT id, subject_id, type, from_value, to_value, undone_at, undoes FROM corrections
WHERE id = %(id)s AND subject = %(subject)s FOR UPDATE;

-- name: correction_undo
UPDATE corrections SET undone_at = now(), undone_by = %(key)s WHERE id = %(id)s;

-- name: corrections_rows
-- One is lost that is in force while the newest reading of its article lacks the quote, and that none was carried from.
SELECT * FROM (
    SELECT c.id, c.subject, c.subject_id, c.type, c.from_value, c.to_value, c.why, c.key_id, c.made_at, c.undone_at,
           c.undone_by, c.undoes, c.carried_from, c.number AS place, c.number,
           (SELECT k.label FROM keys k WHERE k.id = c.key_id) AS key_label,
           c.subject = 'quote' AND c.undone_at IS NULL AND c.undoes IS NULL
           AND NOT EXISTS (SELECT FROM quotes q WHERE q.article_id = split_part(c.subject_id, '.', 1)
                           AND q.id = c.subject_id AND (q.listed OR q.as_read IS NOT NULL))
           AND NOT EXISTS (SELECT FROM corrections heir WHERE heir.carried_from = c.id) AS lost
    FROM corrections c
) AS c WHERE true;

-- name: corrections_later
-- Those still in force that were made after this one to the same field of the same speaker.
SELECT later.id FROM corrections c
JOIN corrections later ON later.subject = c.subject AND later.subject_id = c.subject_id AND later.type = c.type
    AND later.number > c.number AND later.undone_at IS NULL AND later.undoes IS NULL
WHERE c.id = %(id)s LIMIT 1;

-- name: speaker_places
SELECT DISTINCT q.naming_id, n.block, n.name, n.speaker_id, q.article_id
FROM quote_speakers q JOIN namings n ON n.id = q.naming_id
WHERE q.speaker_id = %(id)s AND q.listed;

-- name: speaker_choose_name
UPDATE speakers SET chosen_name = %(value)s WHERE id = %(id)s;

-- name: speaker_choose_same_as
UPDATE speakers SET same_as = %(value)s WHERE id = %(id)s;

-- name: speaker_choices
SELECT id, chosen_name AS name, same_as FROM speakers WHERE id = %(id)s AND quotes > 0;
