-- name: corrections_of_blocks
SELECT type, from_value, to_value FROM corrections
WHERE subject = 'speaker' AND type IN ('merge', 'split') AND undone_at IS NULL
  AND to_value -> 'blocks' ?| %(blocks)s::text[]
ORDER BY number;

-- name: correction_insert
INSERT INTO corrections (id, subject, subject_id, type, from_value, to_value, why, key_id)
VALUES (%(id)s, 'speaker', %(speaker)s, %(type)s, %(from)s, %(to)s, %(why)s, %(key)s)
RETURNING made_at;

-- name: correction_lock
SELECT id, subject_id, type, from_value, to_value, undone_at FROM corrections
WHERE id = %(id)s AND subject = 'speaker' FOR UPDATE;

-- name: correction_undo
UPDATE corrections SET undone_at = now(), undone_by = %(key)s WHERE id = %(id)s;

-- name: corrections_rows
SELECT id, subject, subject_id, type, from_value, to_value, why, key_id, made_at, undone_at, undone_by, number AS place
FROM corrections WHERE true;

-- name: corrections_later
-- Those still in force that were made after this one to the same field of the same speaker.
SELECT later.id FROM corrections c
JOIN corrections later ON later.subject = c.subject AND later.subject_id = c.subject_id AND later.type = c.type
    AND later.number > c.number AND later.undone_at IS NULL
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
