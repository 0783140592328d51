-- Articles handed in by the thousand: a job, its lines as received, and what became of them.
--
-- Lines are worked off in chunks, each a task of the queue. A line leaves its table in the very transaction that stores
-- its article or says why there is none: whoever is killed, and however often a chunk is begun, each counts once.

CREATE TABLE jobs (
    id text COLLATE "C" PRIMARY KEY,
    received integer NOT NULL,                    -- lines that are not blank
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz                       -- a while after the last line at most; counts are exact before
);
CREATE INDEX jobs_at_work ON jobs (id) WHERE finished_at IS NULL;

CREATE TABLE job_chunks (
    job_id text COLLATE "C" NOT NULL REFERENCES jobs ON DELETE CASCADE,
    chunk integer NOT NULL,
    lines_left integer NOT NULL,
    created integer NOT NULL DEFAULT 0,           -- counted here and not in jobs: no worker waits for another's commit
    revised integer NOT NULL DEFAULT 0,
    updated integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    touched_at timestamptz NOT NULL DEFAULT now(), -- when a line of it was last begun or ended
    PRIMARY KEY (job_id, chunk)
);
CREATE INDEX job_chunks_left ON job_chunks (touched_at) WHERE lines_left > 0;

CREATE TABLE job_lines (
    job_id text COLLATE "C" NOT NULL REFERENCES jobs ON DELETE CASCADE,
    chunk integer NOT NULL,
    line integer NOT NULL,                        -- as counted in the body, from 1, blank ones too
    attempts integer NOT NULL DEFAULT 0,          -- how often it was begun; one that kills its workers is given up
    body bytea,                                   -- as received, null where it was too long to be kept
    PRIMARY KEY (job_id, chunk, line)
);

CREATE TABLE job_errors (
    job_id text COLLATE "C" NOT NULL REFERENCES jobs ON DELETE CASCADE,
    line integer NOT NULL,
    status integer NOT NULL,                      -- what POST of this line alone would have answered
    pointer text,                                 -- which field is wrong
    detail text NOT NULL,
    PRIMARY KEY (job_id, line)
);
