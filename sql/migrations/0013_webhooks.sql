-- Addresses that are told what changes, and what they were told.

CREATE TABLE webhooks (
    id text COLLATE "C" PRIMARY KEY,
    url text NOT NULL,
    kinds text[] NOT NULL,                        -- of changes; none: all
    events text[] NOT NULL,
    secret text NOT NULL,                         -- it signs, so that it has to be known here
    position bigint NOT NULL,                     -- number of the last change that a delivery was made of
    key_id text NOT NULL,                         -- of the key that made it
    made_at timestamptz NOT NULL DEFAULT now()
);

-- A delivery holds the changes of its webhook behind one number up to another: the feed never changes.
CREATE TABLE webhook_deliveries (
    id text COLLATE "C" PRIMARY KEY,
    webhook_id text COLLATE "C" NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    number bigint GENERATED ALWAYS AS IDENTITY,
    type text NOT NULL CHECK (type IN ('changes', 'test')),
    after_number bigint NOT NULL,
    until_number bigint NOT NULL,
    changes integer NOT NULL,
    status text NOT NULL DEFAULT 'due' CHECK (status IN ('due', 'delivered', 'dead')),
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,                  -- while it is under way, when it is taken for lost
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    answer integer,                               -- HTTP status of the last answer
    reason text                                   -- why the last attempt failed
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at) WHERE status = 'due';
CREATE INDEX webhook_deliveries_delivered ON webhook_deliveries (ended_at) WHERE status = 'delivered';
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, number);
