-- What changed, for those who keep up with the store: ids, numbers and states, never words.

CREATE TABLE changes (
    -- Given out under one lock just before commit, so that a lower number never becomes visible after a higher one.
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind text NOT NULL,                           -- article, speaker, quote, claim
    event text NOT NULL,                          -- what became of it
    subject_id text COLLATE "C" NOT NULL,
    article_id text COLLATE "C",                  -- where the words stand that it is about
    details jsonb NOT NULL                        -- before, after, fields, dispute
);
-- A rare event among millions of others is found without reading those.
CREATE INDEX changes_by_event ON changes (kind, event, number);
CREATE INDEX changes_by_subject ON changes (subject_id, number);
