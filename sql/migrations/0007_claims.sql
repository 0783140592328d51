-- What parties claim, what others answer, and who disputes whom. A claim is a group of statements: its id is that of the
-- earliest-dated one, and what is in `claims` is worked out of the statements and disputes again whenever they change.

CREATE TABLE claim_statements (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,                 -- made of the article and the words: another text keeps it if it keeps them
    claim_id text COLLATE "C" NOT NULL,           -- the statement whose claim it tells, itself perhaps
    article_sha256 text NOT NULL,
    extent_start integer NOT NULL,
    extent_end integer NOT NULL,
    text text NOT NULL,
    spans jsonb NOT NULL,
    before text NOT NULL,                         -- up to 300 characters on either side
    after text NOT NULL,
    quote_id text COLLATE "C",                    -- null: narrated in the article's own words
    facts jsonb NOT NULL,                         -- the rest of records.Claim
    names text[] NOT NULL,                        -- of the claimants, as printed
    name_keys text[] NOT NULL,                    -- folded: claimants and their parties
    words tsvector NOT NULL,
    publisher_key text COLLATE "C",
    published_from timestamptz,
    published_until timestamptz,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id)
);
CREATE INDEX claim_statements_by_claim ON claim_statements (claim_id);
CREATE INDEX claim_statements_by_words ON claim_statements USING gin (words);
CREATE INDEX claim_statements_by_name ON claim_statements USING gin (name_keys);

CREATE TABLE claim_answers (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    article_sha256 text NOT NULL,
    extent_start integer NOT NULL,
    extent_end integer NOT NULL,
    text text NOT NULL,
    spans jsonb NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    quote_id text COLLATE "C",
    facts jsonb NOT NULL,                         -- the rest of records.Answer
    names text[] NOT NULL,                        -- of the disputers, as printed
    name_keys text[] NOT NULL,
    lasting boolean NOT NULL,                     -- false: it answers claims of its own article alone
    published_from timestamptz,
    published_until timestamptz,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id)
);

-- The strings by which claims and answers of different articles find each other, as numbers (service/disputes/across.py).
CREATE TABLE claim_keys (
    article_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    key bigint NOT NULL,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id, key),
    FOREIGN KEY (article_id, id) REFERENCES claim_statements ON DELETE CASCADE
);
CREATE INDEX claim_keys_by_time ON claim_keys (key, time_order, id);

CREATE TABLE answer_keys (
    article_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    key bigint NOT NULL,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id, key),
    FOREIGN KEY (article_id, id) REFERENCES claim_answers ON DELETE CASCADE
);
CREATE INDEX answer_keys_by_time ON answer_keys (key, time_order, id);

-- article_id is that of the statement. No reference to the answer, which may be of an article on another machine: who
-- withdraws an answer withdraws its disputes.
CREATE TABLE disputes (
    article_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    statement_id text COLLATE "C" NOT NULL,
    claim_id text COLLATE "C" NOT NULL,
    answer_article_id text COLLATE "C" NOT NULL,
    answer_id text COLLATE "C" NOT NULL,
    relation text NOT NULL,
    strength text NOT NULL,
    confidence double precision NOT NULL,
    signals jsonb NOT NULL,
    names text[] NOT NULL,
    name_keys text[] NOT NULL,
    -- Of several statements of a claim that one answer disputes, the surest stands for all.
    foremost boolean NOT NULL DEFAULT true,
    verdict text CHECK (verdict IN ('confirmed', 'refuted')),
    time_order bigint NOT NULL,                   -- of the answer
    PRIMARY KEY (article_id, id),
    FOREIGN KEY (article_id, statement_id) REFERENCES claim_statements ON DELETE CASCADE
);
CREATE INDEX disputes_by_claim ON disputes (claim_id);
CREATE INDEX disputes_by_answer ON disputes (answer_article_id, answer_id);

CREATE TABLE claims (
    article_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    status text NOT NULL,
    flags text[] NOT NULL,
    nature text NOT NULL,
    statements integer NOT NULL,
    disputes integer NOT NULL,                    -- refuted ones are not counted
    parties text[] NOT NULL,                      -- of either side
    party_keys text[] NOT NULL,                   -- folded
    publisher_key text COLLATE "C",
    published_from timestamptz,
    published_until timestamptz,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id),
    FOREIGN KEY (article_id, id) REFERENCES claim_statements ON DELETE CASCADE
);
CREATE INDEX claims_by_time ON claims (time_order, id);
CREATE INDEX claims_by_status ON claims (status, time_order, id);
CREATE INDEX claims_by_party ON claims USING gin (party_keys);

-- Statements that were withdrawn, with one of the claim that they told.
CREATE TABLE claim_redirects (
    id text COLLATE "C" PRIMARY KEY,
    statement_id text COLLATE "C" NOT NULL
);
CREATE INDEX claim_redirects_by_statement ON claim_redirects (statement_id);

-- What a third party judged of a claim, and what curators said of a dispute. Both outlive a re-reading: the ids say
-- which words of which articles they are about.
CREATE TABLE claim_reviews (
    statement_id text COLLATE "C" NOT NULL,
    url text COLLATE "C" NOT NULL,
    publisher text NOT NULL,
    rating text NOT NULL,
    key_id text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (statement_id, url)
);

CREATE TABLE dispute_verdicts (
    statement_id text COLLATE "C" NOT NULL,
    answer_id text COLLATE "C" NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('confirmed', 'refuted')),
    reason text,
    key_id text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (statement_id, answer_id)
);
