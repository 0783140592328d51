-- API keys; the secret itself is never stored.

CREATE TABLE keys (
    id text PRIMARY KEY,
    label text NOT NULL,
    scopes text[] NOT NULL,
    sha256 text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
