-- What stands or falls with other rows by the same statements of SQL has no reference to them, which would be looked up
-- for each row and lock what it leads to: prints come last of an article and go first, claims go with their statements,
-- and these and the answers with all that an article tells. `onrecord check` looks for rows that lead nowhere.
ALTER TABLE quote_prints DROP CONSTRAINT quote_prints_article_id_id_fkey;
ALTER TABLE claims DROP CONSTRAINT claims_article_id_id_fkey;
ALTER TABLE claim_statements DROP CONSTRAINT claim_statements_article_id_fkey;
ALTER TABLE claim_answers DROP CONSTRAINT claim_answers_article_id_fkey;

-- No row of these is ever asked for by itself: they are found by `key`, and withdrawn with all others of their article.
-- That each is there once is seen to by who writes them. An index that said so was the largest of the store.
ALTER TABLE claim_keys DROP CONSTRAINT claim_keys_pkey;
ALTER TABLE answer_keys DROP CONSTRAINT answer_keys_pkey;
CREATE INDEX claim_keys_by_article ON claim_keys (article_id);
CREATE INDEX answer_keys_by_article ON answer_keys (article_id);
-- Where shards move, or changes are sent on, row by row, these are told by all their columns.
ALTER TABLE claim_keys REPLICA IDENTITY FULL;
ALTER TABLE answer_keys REPLICA IDENTITY FULL;
