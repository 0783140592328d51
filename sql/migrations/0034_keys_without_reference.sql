-- A statement has a dozen keys, and to look up for each of them that the statement is there took as long as to write
-- it. The keys are written and withdrawn with their statement, by the two statements of SQL that do so.
ALTER TABLE claim_keys DROP CONSTRAINT claim_keys_article_id_id_fkey;
ALTER TABLE answer_keys DROP CONSTRAINT answer_keys_article_id_id_fkey;
