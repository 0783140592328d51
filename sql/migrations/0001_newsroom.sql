-- Articles with every revision of their text, the quotes in them, and their speakers across articles.
--
-- What hangs on an article carries article_id first in its key, so that the tables can be spread over machines by it.
-- Ids compare by code point (COLLATE "C") wherever they break ties: a cursor must mean the same under every locale.

CREATE TABLE articles (
    id text COLLATE "C" PRIMARY KEY,
    revision integer NOT NULL DEFAULT 0,          -- the current one; 0 only inside the transaction that creates it
    url text,                                     -- as first received; the id comes from its canonical form
    title text,
    publisher text,
    publisher_key text COLLATE "C",               -- folded: filters ignore case and accents
    published_at text,                            -- as precise as the news gave it: "2018", "2018-08", ...
    published_from timestamptz,                   -- the period that published_at names, the end not included
    published_until timestamptz,
    -- Place in the order of time: microseconds since 1970 of published_from. An article without a date stands before
    -- all dated ones, hence last where the newest come first, by taken_in_at: its microseconds less 10^18.
    time_order bigint NOT NULL DEFAULT 0,
    language text NOT NULL DEFAULT '',
    reading text NOT NULL DEFAULT 'read' CHECK (reading IN ('read', 'unsupported_language')),
    reader text NOT NULL DEFAULT '',
    sha256 text NOT NULL DEFAULT '',
    characters integer NOT NULL DEFAULT 0,
    quotes integer NOT NULL DEFAULT 0,
    sample boolean NOT NULL DEFAULT false,
    first_reported jsonb,
    taken_in_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX articles_by_time ON articles (time_order, id);
CREATE INDEX articles_by_publisher ON articles (publisher_key, time_order, id);

CREATE TABLE article_revisions (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    revision integer NOT NULL,
    text text NOT NULL,                           -- as received, never changed: all offsets count in it
    sha256 text NOT NULL,
    html_sha256 text,
    extractor text,
    language text NOT NULL,
    reading text NOT NULL,
    reader text NOT NULL,
    taken_in_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, revision)
);

CREATE TABLE tombstones (
    article_id text COLLATE "C" PRIMARY KEY,
    revision integer NOT NULL,
    quotes integer NOT NULL,
    erased_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE speakers (
    id text COLLATE "C" PRIMARY KEY,
    key text NOT NULL,                            -- what makes names one speaker (service/identity)
    kind text NOT NULL,
    name text NOT NULL DEFAULT '',                -- of the fullest forms, the one most often printed
    surname text COLLATE "C",                     -- folded last word of a person's name
    words tsvector NOT NULL DEFAULT '',           -- folded words of all forms, for searches by their beginnings
    quotes integer NOT NULL DEFAULT 0,            -- listed statements; attitudes are not counted
    direct integer NOT NULL DEFAULT 0,
    mixed integer NOT NULL DEFAULT 0,
    indirect integer NOT NULL DEFAULT 0,
    first_published text,
    last_published text
);
CREATE INDEX speakers_by_quotes ON speakers (quotes, id) WHERE quotes > 0;
CREATE INDEX speakers_by_surname ON speakers (surname) WHERE quotes > 0;
CREATE INDEX speakers_by_words ON speakers USING gin (words);

CREATE TABLE speaker_names (
    speaker_id text COLLATE "C" NOT NULL REFERENCES speakers ON DELETE CASCADE,
    form text COLLATE "C" NOT NULL,               -- as printed
    key text COLLATE "C" NOT NULL,                -- in one spelling, for comparison
    words text[] NOT NULL,                        -- folded
    count integer NOT NULL,                       -- listed quotes whose speaker is printed so
    fullest integer NOT NULL,                     -- those among them where it is the fullest form of the article
    PRIMARY KEY (speaker_id, form)
);
CREATE INDEX speaker_names_by_key ON speaker_names (key);

CREATE TABLE speaker_roles (
    speaker_id text COLLATE "C" NOT NULL REFERENCES speakers ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL,               -- as printed
    count integer NOT NULL,
    PRIMARY KEY (speaker_id, role)
);

CREATE TABLE quotes (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    id text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    listed boolean NOT NULL DEFAULT true,         -- false once a newer revision of the article has superseded it
    article_sha256 text NOT NULL,
    extent_start integer NOT NULL,                -- from the first character of the content to behind its last
    extent_end integer NOT NULL,
    text text NOT NULL,
    spans jsonb NOT NULL,
    quoted jsonb NOT NULL,
    cue jsonb,
    kind text NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    speech boolean NOT NULL,
    stance text NOT NULL,
    attribution text NOT NULL CHECK (attribution IN ('attributed', 'ambiguous', 'unattributed')),
    reason text NOT NULL,
    candidates jsonb NOT NULL,
    confidence double precision NOT NULL,
    via text,
    before text NOT NULL,                         -- up to 300 characters on either side
    after text NOT NULL,
    words tsvector NOT NULL,
    -- Copies of what its article says: filters and order must not need a second table.
    publisher_key text COLLATE "C",
    published_from timestamptz,
    published_until timestamptz,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, id)
);
CREATE INDEX quotes_by_time ON quotes (time_order, id) WHERE listed;
CREATE INDEX quotes_by_publisher ON quotes (publisher_key, time_order, id) WHERE listed;
CREATE INDEX quotes_by_words ON quotes USING gin (words);

CREATE TABLE quote_speakers (
    article_id text COLLATE "C" NOT NULL,
    quote_id text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    speaker_id text COLLATE "C" NOT NULL REFERENCES speakers,
    name text NOT NULL,                           -- the fullest form that the article prints
    forms text[] NOT NULL,                        -- all forms that the article prints, name among them
    kind text NOT NULL,
    role text,
    span_start integer,                           -- where it is printed beside the words, if it is
    span_end integer,
    listed boolean NOT NULL DEFAULT true,
    time_order bigint NOT NULL,
    PRIMARY KEY (article_id, quote_id, position),
    FOREIGN KEY (article_id, quote_id) REFERENCES quotes ON DELETE CASCADE
);
-- Not partial: the removal of a speaker asks it whether a superseded quote still names them.
CREATE INDEX quote_speakers_by_time ON quote_speakers (speaker_id, listed, time_order, quote_id);
