-- The feed of changes may be cut at its old end; up to where is told to those who come back with an older place.

CREATE TABLE changes_pruned (
    alone boolean PRIMARY KEY DEFAULT true CHECK (alone),
    number bigint NOT NULL,                       -- of the last change that is kept no more
    at timestamptz NOT NULL                       -- of it, too, so that its cursor stays good
);
