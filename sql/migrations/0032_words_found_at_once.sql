-- What was written last waits in a list before it goes into an index of words, and every search reads all of that list:
-- at the 4 MB that Postgres lets it grow to, each of the dozen look-ups of a text to verify takes ten milliseconds.
ALTER INDEX quotes_by_words SET (gin_pending_list_limit = 64);
ALTER INDEX quotes_by_keys SET (gin_pending_list_limit = 64);
ALTER INDEX claim_statements_by_words SET (gin_pending_list_limit = 64);
SELECT gin_clean_pending_list('quotes_by_words'), gin_clean_pending_list('quotes_by_keys'),
       gin_clean_pending_list('claim_statements_by_words');
