-- One person, one identity: what decides whom a name means, and what curators said about it.
-- After this file the rows of older stores get their namings, and all speakers are decided anew (store/settling.py).

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A speaker of an article as printed there with all that tells who it is; one row for all articles that say the same.
CREATE TABLE namings (
    id text COLLATE "C" PRIMARY KEY,
    sort text NOT NULL,                           -- person, body, state, document, anonymous
    block text COLLATE "C" NOT NULL,              -- only namings of one block can be one speaker
    name text NOT NULL,
    kind text NOT NULL,
    facts jsonb NOT NULL,                         -- offices, walks of life, parties
    article_id text COLLATE "C",                  -- set where it can mean nobody beyond this article
    articles integer NOT NULL DEFAULT 0,          -- that hold it in listed quotes
    speaker_id text COLLATE "C",                  -- whom it means; null: in each article somebody of its own,
    candidates text[] NOT NULL DEFAULT '{}'       -- who may be one of these
);
CREATE INDEX namings_by_block ON namings (block) WHERE articles > 0;
CREATE INDEX namings_by_speaker ON namings (speaker_id);

ALTER TABLE quote_speakers ADD COLUMN naming_id text COLLATE "C";
-- Null between the writing of a quote and the decision who speaks, within one transaction.
ALTER TABLE quote_speakers ALTER COLUMN speaker_id DROP NOT NULL;
CREATE INDEX quote_speakers_by_naming ON quote_speakers (naming_id, article_id);

DROP INDEX speakers_by_surname;
ALTER TABLE speakers DROP COLUMN key;
ALTER TABLE speakers DROP COLUMN surname;
ALTER TABLE speakers ADD COLUMN naming_id text COLLATE "C";   -- of one who speaks in one article only
ALTER TABLE speakers ADD COLUMN chosen_name text;             -- by a curator
ALTER TABLE speakers ADD COLUMN same_as text;                 -- by a curator: a Wikidata id or an address
CREATE INDEX speakers_by_naming ON speakers (naming_id) WHERE naming_id IS NOT NULL;

ALTER TABLE speaker_names DROP COLUMN key;
ALTER TABLE speaker_names ADD COLUMN folded text NOT NULL DEFAULT '';
CREATE INDEX speaker_names_by_likeness ON speaker_names USING gin (folded gin_trgm_ops);

-- Ids that were given out and mean nobody any more, with the speaker who took their place.
CREATE TABLE speaker_redirects (
    id text COLLATE "C" PRIMARY KEY,
    speaker_id text COLLATE "C" NOT NULL
);

-- What curators changed: who, when, why, from, to. Undone ones stay, and count no more.
CREATE TABLE corrections (
    id text COLLATE "C" PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,   -- they are applied in this order
    subject text NOT NULL CHECK (subject IN ('speaker', 'quote')),
    subject_id text COLLATE "C" NOT NULL,
    type text NOT NULL,                           -- of a speaker: merge, split, name, same_as
    from_value jsonb NOT NULL,
    to_value jsonb NOT NULL,
    why text,
    key_id text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    undone_at timestamptz,
    undone_by text
);
CREATE INDEX corrections_by_subject ON corrections (subject, subject_id, number);
