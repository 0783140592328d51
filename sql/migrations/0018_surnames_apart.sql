-- After this file bare surnames that were one speaker although nothing speaks for it are told apart (store/settling.py).

-- Curators' rules are found by the blocks that they tie together.
CREATE INDEX corrections_by_block ON corrections USING gin ((to_value -> 'blocks')) WHERE undone_at IS NULL;

-- Each article counts up rows of these: with room on their pages they stay where they are, and no index learns of it.
ALTER TABLE speaker_names SET (fillfactor = 80);
ALTER TABLE speaker_roles SET (fillfactor = 80);
ALTER TABLE speakers SET (fillfactor = 80);
