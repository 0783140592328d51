-- name: article_rows
SELECT a.id, a.revision, a.title, a.url, a.publisher, a.published_at, a.language, a.reading, a.reader, a.sha256,
       a.sample, a.first_reported, a.quotes, a.taken_in_at, a.characters, a.time_order AS place
FROM articles a WHERE a.revision > 0;

-- name: articles_asked
SELECT FROM articles a WHERE a.revision > 0;

-- name: article_slice
-- No text where the article has no such revision.
SELECT a.id, r.revision, r.sha256, length(r.text) AS characters,
       substr(r.text, %(start)s::integer + 1, %(length)s::integer) AS text
FROM articles a LEFT JOIN article_revisions r
    ON r.article_id = a.id AND r.revision = coalesce(%(revision)s::integer, a.revision)
WHERE a.id = %(id)s;

-- name: article_tombstone
SELECT article_id, revision, quotes, erased_at FROM tombstones WHERE article_id = %(id)s;

-- name: article_erased_at
SELECT erased_at FROM tombstones WHERE article_id = %(id)s;

-- name: articles_ever
SELECT EXISTS (SELECT FROM articles) OR EXISTS (SELECT FROM tombstones) AS found;

-- name: article_known
SELECT revision, sha256 FROM articles WHERE id = %(id)s;

-- name: article_lock
SELECT revision, sha256, title, url, publisher, published_at, sample, first_reported, language, reading, reader,
       characters, quotes, taken_in_at
FROM articles WHERE id = %(id)s FOR UPDATE;

-- name: article_create_or_lock
-- Locks the article, new or not: of two takers of a new one the second waits here and then finds revision 1.
INSERT INTO articles AS a (id) VALUES (%(id)s)
ON CONFLICT (id) DO UPDATE SET revision = a.revision
RETURNING a.revision, a.sha256, a.title, a.url, a.publisher, a.published_at, a.sample, a.first_reported, a.language,
          a.reading, a.reader, a.characters, a.quotes, a.taken_in_at;

-- name: article_write
-- The description alone: what a text and its reading say of themselves stays as it is.
UPDATE articles
SET title = %(title)s, url = %(url)s, publisher = %(publisher)s, publisher_key = %(publisher_key)s,
    published_at = %(published_at)s, published_from = %(published_from)s, published_until = %(published_until)s,
    time_order = %(time_order)s, sample = %(sample)s, first_reported = %(first_reported)s
WHERE id = %(id)s;

-- name: revision_write
-- A new text with its article, at once; of one that was erased the tombstone goes.
WITH erased AS (
    DELETE FROM tombstones WHERE article_id = %(id)s
), described AS (
    UPDATE articles
    SET title = %(title)s, url = %(url)s, publisher = %(publisher)s, publisher_key = %(publisher_key)s,
        published_at = %(published_at)s, published_from = %(published_from)s, published_until = %(published_until)s,
        time_order = %(time_order)s, sample = %(sample)s, first_reported = %(first_reported)s,
        revision = %(revision)s, language = %(language)s, reading = %(reading)s, reader = %(reader)s,
        sha256 = %(sha256)s, characters = %(characters)s, quotes = %(quotes)s
    WHERE id = %(id)s
)
INSERT INTO article_revisions (article_id, revision, text, sha256, html_sha256, extractor, language, reading, reader)
VALUES (%(id)s, %(revision)s, %(text)s, %(sha256)s, %(html_sha256)s, %(extractor)s, %(language)s, %(reading)s,
        %(reader)s);

-- name: quotes_supersede
UPDATE quotes SET listed = false, known_until = now() WHERE article_id = %(id)s AND listed;

-- name: quote_speakers_supersede
UPDATE quote_speakers SET listed = false WHERE article_id = %(id)s AND listed;

-- name: quote_speakers_forget
DELETE FROM quote_speakers WHERE article_id = %(id)s AND quote_id = ANY(%(ids)s::text[]);

-- name: quotes_write
-- A quote that was stored before, and found again, is the same row: what hangs on its id stays.
INSERT INTO quotes (article_id, id, revision, article_sha256, extent_start, extent_end, text, spans, quoted, cue,
                    kind, speech, stance, attribution, reason, candidates, confidence, via, before, after, words,
                    about_keys, role_keys, party_keys, publisher_key, published_from, published_until, time_order)
SELECT %(article_id)s, id, %(revision)s, %(article_sha256)s, extent_start, extent_end, text, spans, quoted, cue,
       kind, speech, stance, attribution, reason, candidates, confidence, via, before, after,
       search_words(searchable), about_keys, role_keys, party_keys, %(publisher_key)s,
       %(published_from)s::timestamptz, %(published_until)s::timestamptz, %(time_order)s
FROM jsonb_to_recordset(%(quotes)s)
    AS new (id text, extent_start integer, extent_end integer, text text, spans jsonb, quoted jsonb, cue jsonb,
            kind text, speech boolean, stance text, attribution text, reason text, candidates jsonb,
            confidence double precision, via text, before text, after text, searchable text, about_keys text[],
            role_keys text[], party_keys text[])
ON CONFLICT (article_id, id) DO UPDATE
SET revision = excluded.revision, listed = true, extent_start = excluded.extent_start,
    extent_end = excluded.extent_end, text = excluded.text, spans = excluded.spans, quoted = excluded.quoted,
    cue = excluded.cue, kind = excluded.kind, speech = excluded.speech, stance = excluded.stance,
    attribution = excluded.attribution, reason = excluded.reason, candidates = excluded.candidates,
    confidence = excluded.confidence, via = excluded.via, before = excluded.before, after = excluded.after,
    words = excluded.words, about_keys = excluded.about_keys, role_keys = excluded.role_keys,
    party_keys = excluded.party_keys, known_until = NULL,
    -- The clock may have been set back since: a range cannot end before it begins.
    absent = CASE WHEN quotes.known_until IS NULL THEN quotes.absent
                  ELSE coalesce(quotes.absent, '{}')
                       + tstzmultirange(tstzrange(least(quotes.known_until, now()), now())) END;

-- name: quote_speakers_write
INSERT INTO quote_speakers (article_id, quote_id, position, naming_id, speaker_id, name, forms, kind, role, span_start,
                            span_end, time_order)
SELECT %(article_id)s, quote_id, position, naming_id, speaker_id, name, forms, kind, role, span_start, span_end,
       %(time_order)s
FROM jsonb_to_recordset(%(speakers)s)
    AS spoken (quote_id text, position integer, naming_id text, speaker_id text, name text, forms text[], kind text,
               role text, span_start integer, span_end integer);

-- name: quotes_describe
UPDATE quotes q
SET publisher_key = a.publisher_key, published_from = a.published_from, published_until = a.published_until,
    time_order = a.time_order
FROM articles a WHERE q.article_id = a.id AND a.id = %(id)s;

-- name: quote_speakers_describe
UPDATE quote_speakers q SET time_order = a.time_order FROM articles a WHERE q.article_id = a.id AND a.id = %(id)s;

-- name: articles_lock
SELECT id FROM articles WHERE id = ANY(%(articles)s::text[]) ORDER BY id FOR UPDATE;

-- name: articles_of_sample
SELECT id FROM articles WHERE sample ORDER BY id FOR UPDATE;

-- name: articles_bury
INSERT INTO tombstones (article_id, revision, quotes)
SELECT id, revision, quotes FROM articles WHERE id = ANY(%(articles)s::text[])
ON CONFLICT (article_id) DO UPDATE
SET revision = excluded.revision, quotes = excluded.quotes, erased_at = excluded.erased_at;

-- name: articles_delete
DELETE FROM articles WHERE id = ANY(%(articles)s::text[]);
