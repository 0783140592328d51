-- By which keys namings of people find those whose meaning theirs may change (service/identity/families.py). After this
-- file the rows of older stores get theirs.

CREATE TABLE naming_keys (
    key text COLLATE "C" NOT NULL,
    naming_id text COLLATE "C" NOT NULL REFERENCES namings ON DELETE CASCADE,
    PRIMARY KEY (key, naming_id)
);
CREATE INDEX naming_keys_by_naming ON naming_keys (naming_id);

-- Who may be meant is looked up when it is asked: kept up to date, it would tie every name to all like it.
ALTER TABLE namings DROP COLUMN candidates;

-- Names without an article's own meaning, of which only the ones of a block can be one speaker.
DROP INDEX namings_by_block;
CREATE INDEX namings_by_block ON namings (block, articles DESC) WHERE articles > 0;
