-- Who stands on which side of a disputed claim, so that a speaker's opponents are found without a look at all that the
-- speaker ever said. Worked out with the claim; the speaker changes with whom the naming means.

CREATE TABLE claim_sides (
    article_id text COLLATE "C" NOT NULL,         -- of the claim
    claim_id text COLLATE "C" NOT NULL,
    disputes boolean NOT NULL,                    -- false: claims
    told_in text COLLATE "C" NOT NULL,            -- the article that prints who it is
    naming_id text COLLATE "C" NOT NULL,
    speaker_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (article_id, claim_id, disputes, told_in, naming_id),
    FOREIGN KEY (article_id, claim_id) REFERENCES claims (article_id, id) ON DELETE CASCADE
);
CREATE INDEX claim_sides_by_speaker ON claim_sides (speaker_id, disputes);
CREATE INDEX claim_sides_by_naming ON claim_sides (naming_id, told_in);

INSERT INTO claim_sides (article_id, claim_id, disputes, told_in, naming_id, speaker_id)
SELECT DISTINCT c.article_id, c.id, side.disputes, p.article_id, p.naming_id, p.speaker_id
FROM claims c
CROSS JOIN LATERAL (
    SELECT false AS disputes, s.article_id, s.names FROM claim_statements s WHERE s.claim_id = c.id
    UNION ALL
    SELECT true, d.answer_article_id, d.names FROM disputes d
    WHERE d.claim_id = c.id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'
      AND (d.confidence >= 0.78 OR d.verdict = 'confirmed')
) AS side
JOIN quote_speakers p ON p.article_id = side.article_id AND p.name = ANY(side.names) AND p.listed
WHERE c.status = 'disputed' AND p.naming_id IS NOT NULL AND p.speaker_id IS NOT NULL;
