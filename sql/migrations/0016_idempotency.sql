-- Keys say when they were last used and until when they hold; answers to writes are kept for those who ask again.

ALTER TABLE keys
    ADD COLUMN last_used_at timestamptz,          -- to the hour: not every request writes
    ADD COLUMN expires_at timestamptz;

-- One row for each Idempotency-Key of an API key. Without a status its request is at work, or broke off for good.
CREATE TABLE idempotency (
    key_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,               -- as the client sent it
    fingerprint text NOT NULL,                    -- sha256 of method, path, query, type and body
    run text NOT NULL,                            -- which request is about it: only that one may answer
    begun_at timestamptz NOT NULL DEFAULT now(),
    status integer,
    headers jsonb,
    body bytea,
    PRIMARY KEY (key_id, name)
);
CREATE INDEX idempotency_by_time ON idempotency (begun_at);
