-- Lists are composed from these: store/quotes.py appends the conditions asked for, the order and the limit.

-- name: quote_rows
SELECT q.id, q.article_id, q.revision, q.listed, q.article_sha256, q.extent_start, q.extent_end, q.text, q.spans,
       q.quoted, q.cue, q.kind, q.speech, q.stance, q.attribution, q.reason, q.candidates, q.confidence, q.via,
       q.corrected,
       q.before, q.after, a.title, a.url, a.publisher, a.published_at, a.sample, a.first_reported,
       (SELECT json_agg(json_build_object('id', s.speaker_id, 'name', s.name, 'kind', s.kind, 'role', s.role)
                        ORDER BY s.position)
        FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id) AS speakers
FROM quotes q JOIN articles a ON a.id = q.article_id;

-- name: quote_keys
SELECT q.article_id, q.id, {place} AS place FROM quotes q WHERE true;

-- name: quote_keys_of_speaker
SELECT s.article_id, s.quote_id AS id, {place} AS place
FROM quote_speakers s JOIN quotes q ON q.article_id = s.article_id AND q.id = s.quote_id
WHERE true;
