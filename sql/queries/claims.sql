-- What relating an article reads and writes: statements, answers, their keys, disputes, and the claims made of them.

-- name: article_dated
-- `held`: something of it is stored already, which may be withdrawn.
SELECT id, sha256, publisher_key, published_from, published_until, time_order,
       EXISTS (SELECT FROM claim_statements s WHERE s.article_id = a.id)
       OR EXISTS (SELECT FROM claim_answers w WHERE w.article_id = a.id) AS held
FROM articles a WHERE id = %(id)s;

-- name: claim_statements_placed
SELECT id, text, spans FROM claim_statements WHERE article_id = %(id)s AND article_sha256 = %(sha256)s;

-- name: claim_answers_placed
SELECT id, text, spans FROM claim_answers WHERE article_id = %(id)s AND article_sha256 = %(sha256)s;

-- name: claim_statements_of_article
SELECT article_id, id, article_sha256, extent_start, extent_end, text, spans, before, after, quote_id, facts, names,
       name_keys
FROM claim_statements WHERE article_id = %(id)s ORDER BY extent_start, id;

-- name: claim_answers_of_article
SELECT article_id, id, article_sha256, extent_start, extent_end, text, spans, before, after, quote_id, facts, names,
       name_keys, lasting
FROM claim_answers WHERE article_id = %(id)s ORDER BY extent_start, id;

-- name: disputes_within_article
SELECT statement_id, answer_id, relation, strength, confidence, signals FROM disputes
WHERE article_id = %(id)s AND answer_article_id = %(id)s;

-- name: claim_statements_by_id
SELECT s.article_id, s.id, s.claim_id, s.spans, s.facts, s.names, s.name_keys, s.published_from, s.published_until,
       s.time_order
FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS wanted (article_id, id)
JOIN claim_statements s ON s.article_id = wanted.article_id AND s.id = wanted.id;

-- name: claim_answers_by_id
SELECT a.article_id, a.id, a.spans, a.facts, a.names, a.name_keys, a.lasting, a.published_from, a.published_until,
       a.time_order
FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS wanted (article_id, id)
JOIN claim_answers a ON a.article_id = wanted.article_id AND a.id = wanted.id;

-- name: claims_write
-- The statements and answers of an article with their keys, each statement for now as a claim of its own. Ids that came
-- back lead nowhere. Nearly all statements are the words of a quote, whose words are searched the same way.
WITH told AS (
    SELECT * FROM jsonb_to_recordset(%(statements)s)
        AS new (id text, extent_start integer, extent_end integer, text text, spans jsonb, before text, after text,
                quote_id text, facts jsonb, names text[], name_keys text[], searchable text, keys bigint[])
), given AS (
    SELECT * FROM jsonb_to_recordset(%(answers)s)
        AS new (id text, extent_start integer, extent_end integer, text text, spans jsonb, before text, after text,
                quote_id text, facts jsonb, names text[], name_keys text[], lasting boolean, keys bigint[])
), stated AS (
    INSERT INTO claim_statements (article_id, id, claim_id, article_sha256, extent_start, extent_end, text, spans,
                                  before, after, quote_id, facts, names, name_keys, words, publisher_key,
                                  published_from, published_until, time_order)
    SELECT %(article_id)s, id, id, %(article_sha256)s, extent_start, extent_end, text, spans, before, after, quote_id,
           facts, names, name_keys,
           coalesce((SELECT q.words FROM quotes q
                     WHERE q.article_id = %(article_id)s AND q.id = told.quote_id AND q.text = told.text),
                    search_words(searchable)),
           %(publisher_key)s, %(published_from)s::timestamptz, %(published_until)s::timestamptz, %(time_order)s
    FROM told
), answered AS (
    INSERT INTO claim_answers (article_id, id, article_sha256, extent_start, extent_end, text, spans, before, after,
                               quote_id, facts, names, name_keys, lasting, published_from, published_until, time_order)
    SELECT %(article_id)s, id, %(article_sha256)s, extent_start, extent_end, text, spans, before, after, quote_id,
           facts, names, name_keys, lasting, %(published_from)s::timestamptz, %(published_until)s::timestamptz,
           %(time_order)s
    FROM given
), keyed AS (
    INSERT INTO claim_keys (article_id, id, key, time_order)
    SELECT %(article_id)s, id, unnest(keys), %(time_order)s FROM told
), redirected AS (
    DELETE FROM claim_redirects WHERE id IN (SELECT id FROM told)
)
INSERT INTO answer_keys (article_id, id, key, time_order)
SELECT %(article_id)s, id, unnest(keys), %(time_order)s FROM given;

-- name: postings
-- One short index scan per key, of claims or of answers: a scan over all keys at once would read every claim of a much
-- quoted party. Those without a date are looked for where what has one asks; what has none asks for all of them anyway.
SELECT k.number, p.id, p.time_order
FROM unnest(%(of_claims)s::boolean[], %(keys)s::bigint[], %(lows)s::bigint[], %(highs)s::bigint[])
     WITH ORDINALITY AS k (of_claims, key, low, high, number)
CROSS JOIN LATERAL (
    (SELECT c.id, c.time_order FROM claim_keys c
     WHERE k.of_claims AND c.key = k.key AND c.time_order BETWEEN k.low AND k.high
     ORDER BY c.time_order DESC, c.id DESC LIMIT %(some)s)
    UNION ALL
    (SELECT c.id, c.time_order FROM claim_keys c
     WHERE k.of_claims AND c.key = k.key AND c.time_order < %(first_dated)s AND k.low >= %(first_dated)s
     ORDER BY c.time_order DESC, c.id DESC LIMIT %(undated)s)
    UNION ALL
    (SELECT a.id, a.time_order FROM answer_keys a
     WHERE NOT k.of_claims AND a.key = k.key AND a.time_order BETWEEN k.low AND k.high
     ORDER BY a.time_order DESC, a.id DESC LIMIT %(some)s)
    UNION ALL
    (SELECT a.id, a.time_order FROM answer_keys a
     WHERE NOT k.of_claims AND a.key = k.key AND a.time_order < %(first_dated)s AND k.low >= %(first_dated)s
     ORDER BY a.time_order DESC, a.id DESC LIMIT %(undated)s)
) AS p;

-- name: claim_followers
SELECT id, claim_id FROM claim_statements WHERE claim_id = ANY(%(claims)s::text[]) ORDER BY id;

-- name: claim_statements_tell
UPDATE claim_statements s SET claim_id = now.claim
FROM unnest(%(articles)s::text[], %(ids)s::text[], %(claims)s::text[]) AS now (article, id, claim)
WHERE s.article_id = now.article AND s.id = now.id;

-- name: claim_statements_told
SELECT id, claim_id FROM claim_statements WHERE article_id = ANY(%(articles)s::text[]);

-- name: claims_disputed_by
SELECT DISTINCT claim_id FROM disputes WHERE answer_article_id = ANY(%(articles)s::text[]);

-- name: disputes_withdraw
DELETE FROM disputes WHERE article_id = ANY(%(articles)s::text[]) OR answer_article_id = ANY(%(articles)s::text[]);

-- name: claim_answers_withdraw
WITH keys AS (
    DELETE FROM answer_keys WHERE article_id = ANY(%(articles)s::text[])
)
DELETE FROM claim_answers WHERE article_id = ANY(%(articles)s::text[]);

-- name: claim_statements_withdraw
-- With the claims that begin in them.
WITH keys AS (
    DELETE FROM claim_keys WHERE article_id = ANY(%(articles)s::text[])
), begun AS (
    DELETE FROM claims WHERE article_id = ANY(%(articles)s::text[])
)
DELETE FROM claim_statements WHERE article_id = ANY(%(articles)s::text[]);

-- name: words_at
SELECT n.number, substr(r.text, n.start + 1, n.until - n.start) AS words
FROM unnest(%(articles)s::text[], %(starts)s::integer[], %(ends)s::integer[])
     WITH ORDINALITY AS n (article_id, start, until, number)
JOIN articles a ON a.id = n.article_id
JOIN article_revisions r ON r.article_id = a.id AND r.revision = a.revision;

-- name: dispute_insert
INSERT INTO disputes (article_id, id, statement_id, claim_id, answer_article_id, answer_id, relation, strength,
                      confidence, signals, names, name_keys, time_order)
SELECT s.article_id, %(id)s, s.id, s.claim_id, %(answer_article_id)s, %(answer_id)s, %(relation)s, %(strength)s,
       %(confidence)s, %(signals)s, %(names)s, %(name_keys)s, %(time_order)s
FROM claim_statements s WHERE s.article_id = %(article_id)s AND s.id = %(statement_id)s;

-- name: claim_redirect_insert
INSERT INTO claim_redirects (id, statement_id) VALUES (%(id)s, %(statement)s)
ON CONFLICT (id) DO UPDATE SET statement_id = excluded.statement_id;

-- name: claim_redirects_forget
-- Ids that lead to what was erased, and from there nowhere else, through others too. "." comes right before "/".
WITH RECURSIVE lost (id) AS (
    SELECT r.id FROM unnest(%(articles)s::text[]) AS a (id)
    JOIN claim_redirects r ON r.statement_id > a.id || '.' AND r.statement_id < a.id || '/'
    WHERE NOT EXISTS (SELECT FROM claim_redirects next WHERE next.id = r.statement_id)
    UNION
    SELECT r.id FROM lost JOIN claim_redirects r ON r.statement_id = lost.id
)
DELETE FROM claim_redirects WHERE id IN (SELECT id FROM lost);

-- name: claims_are_disputed
SELECT 1 AS one FROM claim_statements s JOIN disputes d ON d.article_id = s.article_id AND d.statement_id = s.id
WHERE s.claim_id = ANY(%(claims)s::text[]) LIMIT 1;

-- name: disputes_point
UPDATE disputes d SET claim_id = s.claim_id FROM claim_statements s
WHERE s.claim_id = ANY(%(claims)s::text[]) AND d.article_id = s.article_id AND d.statement_id = s.id
  AND d.claim_id <> s.claim_id;

-- name: disputes_judge
-- A curator's word on one statement of a claim and an answer holds for that answer to the whole claim.
UPDATE disputes d
SET verdict = (SELECT v.verdict FROM dispute_verdicts v JOIN claim_statements s ON s.id = v.statement_id
               WHERE v.answer_id = d.answer_id AND s.claim_id = d.claim_id
               ORDER BY v.made_at DESC, v.statement_id LIMIT 1)
WHERE d.claim_id = ANY(%(claims)s::text[]);

-- name: disputes_rank
UPDATE disputes d SET foremost = ranked.number = 1
FROM (SELECT article_id, id,
             row_number() OVER (PARTITION BY claim_id, answer_id ORDER BY confidence DESC, article_id, id) AS number
      FROM disputes WHERE claim_id = ANY(%(claims)s::text[])) AS ranked
WHERE d.article_id = ranked.article_id AND d.id = ranked.id AND d.foremost <> (ranked.number = 1);

-- name: claims_counted
WITH told AS (
    SELECT s.claim_id, count(DISTINCT s.id) AS statements,
           array_agg(DISTINCT p.party) FILTER (WHERE p.party IS NOT NULL) AS parties,
           array_agg(DISTINCT p.party) FILTER (WHERE p.accused) AS accused,
           array_agg(DISTINCT r.kind) FILTER (WHERE r.kind IS NOT NULL) AS replies
    FROM claim_statements s
    LEFT JOIN LATERAL (
        SELECT jsonb_array_elements_text(s.facts -> 'parties') AS party, false AS accused
        UNION ALL SELECT jsonb_array_elements_text(s.facts -> 'accused_parties'), true
    ) AS p ON true
    LEFT JOIN LATERAL (SELECT each ->> 'kind' AS kind FROM jsonb_array_elements(s.facts -> 'replies') AS each) AS r ON true
    WHERE s.claim_id = ANY(%(claims)s::text[]) GROUP BY s.claim_id
), answered AS (
    SELECT d.claim_id, count(DISTINCT d.id) AS disputes,
           array_agg(DISTINCT p.party) FILTER (WHERE p.party IS NOT NULL) AS disputing,
           bool_or(d.confidence >= %(sure)s::float8 OR d.verdict = 'confirmed') AS disputed
    FROM disputes d JOIN claim_answers a ON a.article_id = d.answer_article_id AND a.id = d.answer_id
    LEFT JOIN LATERAL jsonb_array_elements_text(a.facts -> 'parties') AS p (party) ON true
    WHERE d.claim_id = ANY(%(claims)s::text[]) AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
    GROUP BY d.claim_id
)
SELECT s.article_id, s.id, s.facts ->> 'nature' AS nature, told.statements, told.parties, told.accused, told.replies,
       coalesce(answered.disputes, 0) AS disputes, answered.disputing,
       coalesce(answered.disputed, false) AS disputed, s.publisher_key, s.published_from,
       s.published_until, s.time_order
FROM unnest(%(articles)s::text[], %(claims)s::text[]) AS wanted (article_id, id)
JOIN claim_statements s ON s.article_id = wanted.article_id AND s.id = wanted.id AND s.claim_id = s.id
JOIN told ON told.claim_id = s.id
LEFT JOIN answered ON answered.claim_id = s.id;

-- name: claims_forget
DELETE FROM claims WHERE id = ANY(%(claims)s::text[]) AND article_id = ANY(%(articles)s::text[]);

-- name: claims_insert
INSERT INTO claims (article_id, id, status, flags, nature, statements, disputes, parties, party_keys, publisher_key,
                    published_from, published_until, time_order)
SELECT article_id, id, status, flags, nature, statements, disputes, parties, party_keys, publisher_key, published_from,
       published_until, time_order
FROM jsonb_to_recordset(%(rows)s)
    AS new (article_id text, id text, status text, flags text[], nature text, statements integer, disputes integer,
            parties text[], party_keys text[], publisher_key text, published_from timestamptz,
            published_until timestamptz, time_order bigint);

-- name: claim_sides_insert
-- Who tells a disputed claim, and who disputes it for sure; both by the names that their articles print.
INSERT INTO claim_sides (article_id, claim_id, disputes, told_in, naming_id, speaker_id)
SELECT DISTINCT c.article_id, c.id, side.disputes, p.article_id, p.naming_id, p.speaker_id
FROM unnest(%(articles)s::text[], %(claims)s::text[]) AS wanted (article_id, id)
JOIN claims c ON c.article_id = wanted.article_id AND c.id = wanted.id
CROSS JOIN LATERAL (
    SELECT false AS disputes, s.article_id, s.names FROM claim_statements s WHERE s.claim_id = c.id
    UNION ALL
    SELECT true, d.answer_article_id, d.names FROM disputes d
    WHERE d.claim_id = c.id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
      AND (d.confidence >= %(sure)s::float8 OR d.verdict = 'confirmed')
) AS side
JOIN quote_speakers p ON p.article_id = side.article_id AND p.name = ANY(side.names) AND p.listed
WHERE c.status = 'disputed';

-- name: claim_reviews_move
-- A review of an erased statement is one of the claim that others still tell.
INSERT INTO claim_reviews (statement_id, url, publisher, rating, key_id, made_at)
SELECT r.statement_id, v.url, v.publisher, v.rating, v.key_id, v.made_at
FROM claim_redirects r JOIN claim_reviews v ON v.statement_id = r.id
WHERE split_part(r.id, '.', 1) = ANY(%(articles)s::text[])
ON CONFLICT (statement_id, url) DO NOTHING;

-- name: claim_reviews_forget
DELETE FROM claim_reviews WHERE split_part(statement_id, '.', 1) = ANY(%(articles)s::text[]);

-- name: dispute_verdicts_forget
DELETE FROM dispute_verdicts
WHERE split_part(statement_id, '.', 1) = ANY(%(articles)s::text[])
   OR split_part(answer_id, '.', 1) = ANY(%(articles)s::text[]);

-- Lists are composed from these: store/claims.py appends the conditions asked for, the order and the limit.

-- name: claims_chosen
SELECT c.id, c.article_id, c.status, c.flags, c.statements, c.disputes, c.parties, c.time_order FROM claims c WHERE true;

-- Of the claims `chosen`, and of no others: Postgres takes two columns that go together for independent, believes that a
-- join on both finds one row, and would join all that are disputed before it sorts them.
-- name: claim_rows
WITH chosen AS MATERIALIZED ({chosen})
SELECT c.id, c.article_id AS told_in, c.status, c.flags, c.statements, c.disputes, c.parties, c.time_order AS place,
       s.article_sha256, s.extent_start, s.extent_end, s.text, s.spans, s.before, s.after, s.quote_id, s.facts, s.names,
       a.title, a.url, a.publisher, a.published_at, a.sample, a.first_reported,
       (SELECT q.kind FROM quotes q WHERE q.article_id = s.article_id AND q.id = s.quote_id) AS kind
FROM chosen c JOIN claim_statements s ON s.article_id = c.article_id AND s.id = c.id
JOIN articles a ON a.id = c.article_id;

-- name: claims_asked
SELECT FROM claims c WHERE true;

-- name: claims_by_status
SELECT c.id, c.status AS value FROM claims c WHERE true;

-- name: claims_by_party
SELECT c.id, p.party AS value FROM claims c CROSS JOIN LATERAL unnest(c.parties) AS p (party) WHERE true;

-- name: claims_by_relation
SELECT c.id, r.relation AS value FROM claims c
JOIN disputes r ON r.claim_id = c.id AND r.foremost AND r.verdict IS DISTINCT FROM 'refuted'
WHERE true;

-- name: claims_by_publisher
SELECT c.id, a.publisher AS value FROM claims c
JOIN claim_statements s ON s.claim_id = c.id JOIN articles a ON a.id = s.article_id
WHERE a.publisher IS NOT NULL;

-- name: claim_told_by
SELECT claim_id FROM claim_statements WHERE article_id = %(article)s AND id = %(id)s;

-- name: claims_told_by
SELECT s.id, s.claim_id FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS wanted (article_id, id)
JOIN claim_statements s ON s.article_id = wanted.article_id AND s.id = wanted.id;

-- name: claim_redirect
SELECT statement_id FROM claim_redirects WHERE id = %(id)s;

-- name: claim_statement_rows
SELECT s.id, s.article_id AS told_in, s.article_sha256, s.extent_start, s.extent_end, s.text, s.spans, s.before,
       s.after, s.quote_id, s.facts, s.names, a.title, a.url, a.publisher, a.published_at, a.sample, a.first_reported,
       (SELECT q.kind FROM quotes q WHERE q.article_id = s.article_id AND q.id = s.quote_id) AS kind
FROM claim_statements s JOIN articles a ON a.id = s.article_id
WHERE s.claim_id = %(claim)s ORDER BY s.published_from NULLS LAST, s.article_id, s.extent_start, s.id;

-- name: dispute_rows
-- The surest of each claim, in order of time.
SELECT x.* FROM unnest(%(claims)s::text[]) AS wanted (claim_id)
CROSS JOIN LATERAL (
    SELECT d.id, d.claim_id, d.statement_id, d.relation, d.strength, d.confidence AS dispute_confidence, d.signals,
           d.verdict, w.article_id AS told_in, w.article_sha256, w.extent_start, w.extent_end, w.text, w.spans,
           w.before, w.after, w.quote_id, w.facts, w.names, w.published_from, a.title, a.url, a.publisher,
           a.published_at, a.sample, a.first_reported,
           (SELECT q.kind FROM quotes q WHERE q.article_id = w.article_id AND q.id = w.quote_id) AS kind
    FROM disputes d JOIN claim_answers w ON w.article_id = d.answer_article_id AND w.id = d.answer_id
    JOIN articles a ON a.id = w.article_id
    WHERE d.claim_id = wanted.claim_id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
    ORDER BY d.confidence DESC, d.id LIMIT %(most)s
) AS x
ORDER BY x.published_from NULLS LAST, x.told_in, x.extent_start, x.id;

-- name: dispute_rows_of_claim
SELECT d.id, d.claim_id, d.statement_id, d.relation, d.strength, d.confidence AS dispute_confidence, d.signals,
       d.verdict, w.article_id AS told_in, w.article_sha256, w.extent_start, w.extent_end, w.text, w.spans, w.before,
       w.after, w.quote_id, w.facts, w.names, a.title, a.url, a.publisher, a.published_at, a.sample, a.first_reported,
       (SELECT q.kind FROM quotes q WHERE q.article_id = w.article_id AND q.id = w.quote_id) AS kind
FROM disputes d JOIN claim_answers w ON w.article_id = d.answer_article_id AND w.id = d.answer_id
JOIN articles a ON a.id = w.article_id
WHERE d.claim_id = %(claim)s AND d.foremost
ORDER BY w.published_from NULLS LAST, w.article_id, w.extent_start, w.id;

-- name: dispute_rows_by_id
SELECT d.id, d.claim_id, d.statement_id, d.answer_id, d.relation, d.strength, d.confidence AS dispute_confidence,
       d.signals, d.verdict, w.article_id AS told_in, w.article_sha256, w.extent_start, w.extent_end, w.text, w.spans,
       w.before, w.after, w.quote_id, w.facts, w.names, a.title, a.url, a.publisher, a.published_at, a.sample,
       a.first_reported,
       (SELECT q.kind FROM quotes q WHERE q.article_id = w.article_id AND q.id = w.quote_id) AS kind
FROM disputes d JOIN claim_answers w ON w.article_id = d.answer_article_id AND w.id = d.answer_id
JOIN articles a ON a.id = w.article_id
WHERE d.claim_id = %(claim)s AND d.id = %(id)s;

-- name: speakers_named
SELECT DISTINCT ON (p.article_id, p.name) p.article_id, p.name, p.speaker_id
FROM unnest(%(articles)s::text[], %(names)s::text[]) AS wanted (article_id, name)
JOIN quote_speakers p ON p.article_id = wanted.article_id AND p.name = wanted.name AND p.listed
ORDER BY p.article_id, p.name, p.quote_id, p.position;

-- name: claim_reviews_of
-- Also those of statements that came to tell the same claim, or were withdrawn from it.
SELECT DISTINCT ON (wanted.claim_id, v.url) wanted.claim_id, v.url, v.publisher, v.rating, v.made_at
FROM unnest(%(claims)s::text[]) AS wanted (claim_id)
JOIN LATERAL (
    SELECT s.id FROM claim_statements s WHERE s.claim_id = wanted.claim_id
    UNION SELECT r.id FROM claim_redirects r JOIN claim_statements s ON s.id = r.statement_id
          WHERE s.claim_id = wanted.claim_id
) AS told ON true
JOIN claim_reviews v ON v.statement_id = told.id
ORDER BY wanted.claim_id, v.url, v.made_at DESC;

-- name: claim_review_write
INSERT INTO claim_reviews (statement_id, url, publisher, rating, key_id)
VALUES (%(claim)s, %(url)s, %(publisher)s, %(rating)s, %(key)s)
ON CONFLICT (statement_id, url) DO UPDATE
SET publisher = excluded.publisher, rating = excluded.rating, key_id = excluded.key_id, made_at = now();

-- name: claim_review_delete
DELETE FROM claim_reviews
WHERE url = %(url)s AND statement_id IN (
    SELECT s.id FROM claim_statements s WHERE s.claim_id = %(claim)s
    UNION SELECT r.id FROM claim_redirects r JOIN claim_statements s ON s.id = r.statement_id
          WHERE s.claim_id = %(claim)s
);

-- name: dispute_verdict_write
INSERT INTO dispute_verdicts (statement_id, answer_id, verdict, reason, key_id)
SELECT d.statement_id, d.answer_id, %(verdict)s, %(reason)s, %(key)s FROM disputes d
WHERE d.claim_id = %(claim)s AND d.id = %(id)s
ON CONFLICT (statement_id, answer_id) DO UPDATE
SET verdict = excluded.verdict, reason = excluded.reason, key_id = excluded.key_id, made_at = now();
