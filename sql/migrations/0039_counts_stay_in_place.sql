-- Each article counts up the namings that it holds. By how often, to the power of two, they are found in order within
-- their block; for as long as that stays the row does so too, and no index learns of the count.
ALTER TABLE namings SET (fillfactor = 80);
ALTER TABLE namings ADD COLUMN weight smallint NOT NULL   -- as service/identity/partition.py has it: 0, 1, 2, 2, 3
    GENERATED ALWAYS AS (CASE WHEN articles > 0 THEN floor(ln(articles::float8) / ln(2::float8)) + 1 ELSE 0 END) STORED;
DROP INDEX namings_by_block;
DROP INDEX namings_without_articles;
CREATE INDEX namings_by_block ON namings (block, weight DESC);
