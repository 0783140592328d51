-- What quotes are asked for besides their words: parties, roles, names within the words, when they were known, disputes.
-- After this file the keys of stored quotes are made of what is stored (store/quote_keys.py).

-- The words of a text for full-text search: their stems with places, and behind "=" those whose stem differs from them,
-- so that a word may be asked for by its beginning: electi* finds elections, whose stem is elect.
CREATE FUNCTION search_words(searchable text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('english', searchable) || array_to_tsvector(ARRAY(
        SELECT '=' || word FROM unnest(tsvector_to_array(to_tsvector('simple', searchable))) AS w (word)
        WHERE ts_lexize('english_stem', word) NOT IN ('{}', ARRAY[word])))
$$;

ALTER TABLE quotes
    ADD COLUMN party_keys text[] COLLATE "C" NOT NULL DEFAULT '{}',  -- for whom its speakers answer, folded
    ADD COLUMN role_keys text[] COLLATE "C" NOT NULL DEFAULT '{}',   -- folded words of their roles, up to four in a row
    ADD COLUMN about_keys text[] COLLATE "C" NOT NULL DEFAULT '{}',  -- names within the words (identity/mentioned.py)
    ADD COLUMN disputed boolean NOT NULL DEFAULT false,              -- whether it stands in disputed_quotes
    ADD COLUMN known_from timestamptz NOT NULL DEFAULT now(),        -- when it was taken in,
    ADD COLUMN known_until timestamptz,                              -- when it was superseded or withdrawn,
    ADD COLUMN absent tstzmultirange;                                -- and when in between, if it came back

UPDATE quotes q SET known_from = r.taken_in_at FROM article_revisions r
WHERE r.article_id = q.article_id AND r.revision = q.revision;
-- When a better reader withdrew a quote was not written down: until now, then.
UPDATE quotes q
SET known_until = coalesce((SELECT min(r.taken_in_at) FROM article_revisions r
                            WHERE r.article_id = q.article_id AND r.revision > q.revision), now())
WHERE NOT q.listed;

-- Of rare words and names the server must know that they are rare: it counts so many values of a sample.
ALTER TABLE quotes ALTER COLUMN words SET STATISTICS 1000;
ALTER TABLE quotes ALTER COLUMN about_keys SET STATISTICS 1000;

CREATE INDEX quotes_by_keys ON quotes USING gin (about_keys, role_keys, party_keys);
CREATE INDEX quotes_by_kind ON quotes (kind, time_order, id) WHERE listed;
CREATE INDEX quotes_by_stance ON quotes (stance, time_order, id) WHERE listed;
CREATE INDEX quotes_by_confidence ON quotes (confidence, id) WHERE listed;
CREATE INDEX quotes_of_attitudes ON quotes (time_order, id) WHERE listed AND NOT speech;
CREATE INDEX quotes_disputed ON quotes (time_order, id) WHERE listed AND disputed;
CREATE INDEX quotes_by_knowledge ON quotes (known_from);
CREATE INDEX quotes_unlisted_by_time ON quotes (time_order, id) WHERE NOT listed;
CREATE INDEX namings_without_articles ON namings (block) WHERE articles <= 0;
CREATE INDEX speaker_redirects_by_speaker ON speaker_redirects (speaker_id);

-- The quotes on either side of the surer disputes, worked out of these whenever a claim is (store/claim_summaries.py).
CREATE TABLE disputed_quotes (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    quote_id text COLLATE "C" NOT NULL,
    claim_id text COLLATE "C" NOT NULL,
    side text NOT NULL CHECK (side IN ('claim', 'dispute')),
    PRIMARY KEY (article_id, quote_id, claim_id, side)
);
CREATE INDEX disputed_quotes_by_claim ON disputed_quotes (claim_id);
