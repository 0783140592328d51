-- How statements are found by their words, and which of them are one statement, printed several times.
-- After this file the quotes of older stores get their prints (store/printing.py).

CREATE TABLE quote_prints (
    article_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,                 -- of the quote
    keys bigint[] NOT NULL,                       -- hashed pairs of its words of content (service/verifying/keys.py)
    name_key text COLLATE "C",                    -- folded last word of the speaker's name as printed
    statement_id text COLLATE "C",                -- the least id of the printings of its statement; null: not listed
    published_from timestamptz,
    published_until timestamptz,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id),
    FOREIGN KEY (article_id, id) REFERENCES quotes ON DELETE CASCADE
);
-- Without the list of pending entries, through which each of the many look-ups of one question would have to go.
CREATE INDEX quote_prints_by_key ON quote_prints USING gin (keys) WITH (fastupdate = off);
CREATE INDEX quote_prints_by_statement ON quote_prints (statement_id, time_order, id);
