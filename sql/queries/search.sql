-- What the filters of quotes are made of, and what is told beside the quotes that were found.

-- name: articles_to_key
SELECT DISTINCT article_id AS id FROM quotes ORDER BY article_id;

-- name: quotes_to_key
SELECT q.article_id, q.id, q.text,
       ARRAY(SELECT DISTINCT s.role FROM quote_speakers s
             WHERE s.article_id = q.article_id AND s.quote_id = q.id AND s.role IS NOT NULL) AS roles,
       ARRAY(SELECT DISTINCT jsonb_array_elements_text(n.facts -> 'parties') FROM quote_speakers s
             JOIN namings n ON n.id = s.naming_id WHERE s.article_id = q.article_id AND s.quote_id = q.id) AS parties
FROM quotes q WHERE q.article_id = ANY(%(articles)s::text[]);

-- name: quote_keys_write
UPDATE quotes
SET about_keys = %(about_keys)s, role_keys = %(role_keys)s, party_keys = %(party_keys)s,
    words = search_words(%(searchable)s)
WHERE article_id = %(article_id)s AND id = %(id)s;

-- name: disputed_quotes_forget
DELETE FROM disputed_quotes WHERE claim_id = ANY(%(claims)s::text[]) RETURNING article_id, quote_id AS id;

-- name: disputed_quotes_of_claims
-- Both sides of what makes a claim disputed: all statements of it, and the answers that are sure enough.
INSERT INTO disputed_quotes (article_id, quote_id, claim_id, side)
WITH sure AS (
    SELECT d.claim_id, d.answer_article_id, d.answer_id FROM disputes d
    WHERE d.claim_id = ANY(%(claims)s::text[]) AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
      AND (d.confidence >= %(sure)s::float8 OR d.verdict = 'confirmed')
)
SELECT s.article_id, s.quote_id, s.claim_id, 'claim' FROM claim_statements s
WHERE s.claim_id IN (SELECT claim_id FROM sure) AND s.quote_id IS NOT NULL
UNION
SELECT a.article_id, a.quote_id, sure.claim_id, 'dispute' FROM sure
JOIN claim_answers a ON a.article_id = sure.answer_article_id AND a.id = sure.answer_id
WHERE a.quote_id IS NOT NULL
RETURNING article_id, quote_id AS id;

-- name: quotes_disputed
-- Those of these quotes whose mark is wrong.
UPDATE quotes q SET disputed = n.disputed
FROM (SELECT w.article_id, w.id, EXISTS (SELECT FROM disputed_quotes d
                                         WHERE d.article_id = w.article_id AND d.quote_id = w.id) AS disputed
      FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS w (article_id, id)) AS n
WHERE q.article_id = n.article_id AND q.id = n.id AND q.disputed <> n.disputed;

-- name: claims_disputed
SELECT id FROM claims WHERE status = 'disputed';

-- name: claim_texts
SELECT article_id, id, text FROM claim_statements;

-- name: claim_words_write
UPDATE claim_statements SET words = search_words(%(searchable)s) WHERE article_id = %(article_id)s AND id = %(id)s;

-- name: word_stems
-- A word that is too common to be searched has none.
SELECT word, coalesce(CASE WHEN word ~ '[.]' THEN word ELSE (ts_lexize('english_stem', word))[1] END, '') AS stem
FROM unnest(%(words)s::text[]) AS w (word);

-- name: publishers_known
-- One step of the index for each publisher, however many articles it has.
WITH RECURSIVE known AS (
    (SELECT publisher_key AS key FROM articles WHERE publisher_key IS NOT NULL ORDER BY publisher_key LIMIT 1)
    UNION ALL
    SELECT (SELECT a.publisher_key FROM articles a WHERE a.publisher_key > known.key ORDER BY a.publisher_key LIMIT 1)
    FROM known WHERE known.key IS NOT NULL
)
SELECT n.key, (SELECT a.publisher FROM articles a WHERE a.publisher_key = n.key LIMIT 1) AS publisher
FROM (SELECT key FROM known WHERE key IS NOT NULL LIMIT %(most)s) AS n;

-- name: disputes_beside
-- The disputes on whose one side these quotes stand, each with the words of the other.
WITH beside AS (
    SELECT wanted.id AS beside, n.claim_id, n.side
    FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS wanted (article_id, id)
    JOIN disputed_quotes n ON n.article_id = wanted.article_id AND n.quote_id = wanted.id
), words AS (
    SELECT b.beside, b.side, b.claim_id, d.id AS dispute_id, d.relation, d.strength, d.confidence, d.verdict,
           o.article_id, o.quote_id, o.text, o.names
    FROM beside b
    JOIN disputes d ON d.claim_id = b.claim_id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
         AND (d.confidence >= %(sure)s::float8 OR d.verdict = 'confirmed')
    JOIN claim_answers o ON o.article_id = d.answer_article_id AND o.id = d.answer_id
    WHERE b.side = 'claim'
    UNION ALL
    SELECT b.beside, b.side, b.claim_id, d.id, d.relation, d.strength, d.confidence, d.verdict,
           o.article_id, o.quote_id, o.text, o.names
    FROM beside b
    JOIN disputes d ON d.claim_id = b.claim_id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
         AND (d.confidence >= %(sure)s::float8 OR d.verdict = 'confirmed')
    JOIN claim_answers mine ON mine.article_id = d.answer_article_id AND mine.id = d.answer_id
         AND mine.quote_id = b.beside
    JOIN claim_statements o ON o.article_id = d.article_id AND o.id = d.statement_id
    WHERE b.side = 'dispute'
)
SELECT w.*, a.title, a.url, a.publisher, a.published_at, a.sample, a.first_reported
FROM words w JOIN articles a ON a.id = w.article_id
ORDER BY w.beside, w.confidence DESC, w.dispute_id;

-- name: speakers_quoted
SELECT coalesce(sum(quotes), 0)::bigint AS number FROM speakers WHERE id = ANY(%(ids)s::text[]);

-- name: near_words_bounded
-- Of a word that very many quotes have, some rows tell enough.
SELECT set_config('statement_timeout', '500ms', true), set_config('gin_fuzzy_search_limit', '5000', true);
