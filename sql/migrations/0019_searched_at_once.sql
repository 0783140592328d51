-- After this file namings of stored articles stand in the blocks in which their names are compared by now
-- (store/settling.py).

-- Every question reads all that waits to be entered into an index: of names only little may wait.
ALTER INDEX speakers_by_words SET (gin_pending_list_limit = 64);
