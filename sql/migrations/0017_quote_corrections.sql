-- What curators set right in quotes. The corrections themselves stand beside those of speakers.

-- How the newest reading of its article has a quote that a curator corrected; null where none did, or where that
-- reading lacks it. A rejected one is unlisted as if the reader had not found it, and this tells the two apart.
ALTER TABLE quotes ADD COLUMN as_read jsonb;
ALTER TABLE quotes ADD COLUMN corrected text[] NOT NULL DEFAULT '{}';  -- of speaker, kind, rejected
CREATE INDEX quotes_corrected ON quotes (article_id) WHERE as_read IS NOT NULL;

ALTER TABLE corrections ADD COLUMN undoes text COLLATE "C";        -- the correction that this one took back
ALTER TABLE corrections ADD COLUMN carried_from text COLLATE "C";  -- the one of the same words in an older text
CREATE INDEX corrections_carried ON corrections (carried_from) WHERE carried_from IS NOT NULL;
