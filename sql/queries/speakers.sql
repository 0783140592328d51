-- name: speaker_rows
SELECT s.id, s.name, s.kind, s.same_as, s.quotes, s.direct, s.mixed, s.indirect, s.first_published, s.last_published,
       (SELECT jsonb_agg(jsonb_build_object('name', n.form, 'count', n.count) ORDER BY n.count DESC, n.form)
        FROM speaker_names n WHERE n.speaker_id = s.id) AS names,
       (SELECT jsonb_agg(jsonb_build_object('role', r.role, 'count', r.count) ORDER BY r.count DESC, r.role)
        FROM (SELECT (array_agg(p.role ORDER BY p.count DESC, p.role))[1] AS role, sum(p.count) AS count
              FROM speaker_roles p WHERE p.speaker_id = s.id GROUP BY lower(p.role)) AS r) AS roles
FROM speakers s WHERE s.quotes > 0;

-- name: speakers_asked
SELECT FROM speakers s WHERE s.quotes > 0;

-- name: speakers_found
-- Those of whom every word begins a word of some form of the name, with their place: most quotes, then most alike. How
-- alike they are is looked up only of those whose number of quotes brings them onto the page.
SELECT s.id, s.quotes::bigint * 1000
       + (SELECT coalesce(max(similarity(n.folded, %(folded)s)) * 999, 0)::bigint
          FROM speaker_names n WHERE n.speaker_id = s.id) AS place
FROM (SELECT m.id, m.quotes FROM speakers m
      WHERE m.quotes > 0 AND m.words @@ %(words)s::tsquery AND m.quotes = %(at)s::bigint
      UNION ALL
      (SELECT m.id, m.quotes FROM speakers m
       WHERE m.quotes > 0 AND m.words @@ %(words)s::tsquery AND m.quotes < %(at)s::bigint
       ORDER BY m.quotes DESC FETCH FIRST (%(some)s) ROWS WITH TIES)) AS s;

-- name: speakers_of_name
-- Whom the namings at the places of a name mean, each beside one of these namings, most quoted first: also who speaks in
-- one article only, and whom a curator parted, by articles, from those who are meant in all others. Of sources without a
-- name, of whom each article has its own, no more than a number, where one is given.
-- Places are joined: where they stand in an IN, Postgres sees how many namings each has, and plans anew for each name.
WITH asked AS MATERIALIZED (
    SELECT n.id, n.name, n.sort, n.block, n.speaker_id
    FROM unnest(ARRAY[%(person)s, %(body)s, %(state)s, %(document)s]) AS place (block)
    JOIN namings n ON n.block = place.block AND n.weight > 0
    UNION ALL
    (SELECT n.id, n.name, n.sort, n.block, n.speaker_id FROM namings n
     WHERE n.block = %(anonymous)s AND n.weight > 0 LIMIT %(most_unnamed)s)
    UNION ALL
    SELECT n.id, n.name, n.sort, n.block, n.speaker_id
    FROM (SELECT DISTINCT k.naming_id FROM naming_keys k WHERE k.key IN (%(first_name)s, %(sound)s)) AS k
    JOIN namings n ON n.id = k.naming_id WHERE n.articles > 0
), meant AS (
    SELECT a.name AS naming, a.sort, s.id, s.name, s.quotes AS count FROM asked a JOIN speakers s ON s.id = a.speaker_id
    UNION ALL
    SELECT a.name, a.sort, s.id, s.name, s.quotes FROM asked a JOIN speakers s ON s.naming_id = a.id
    UNION ALL
    SELECT a.name, a.sort, s.id, s.name, s.quotes FROM asked a
    JOIN corrections c ON c.type = 'split' AND c.undone_at IS NULL AND c.to_value -> 'blocks' ? a.block
    JOIN quote_speakers q ON q.naming_id = a.id AND q.listed
        AND q.article_id = ANY(ARRAY(SELECT jsonb_array_elements_text(c.to_value -> 'articles')))
    JOIN speakers s ON s.id = q.speaker_id
)
SELECT naming, sort, id, name, count FROM meant WHERE count > 0 ORDER BY count DESC, id;

-- name: unnamed_of_speakers
SELECT n.speaker_id, n.name, n.sort FROM namings n
WHERE n.speaker_id = ANY(%(ids)s::text[]) AND n.sort = 'anonymous' AND n.articles > 0
UNION ALL
SELECT s.id, n.name, n.sort FROM speakers s JOIN namings n ON n.id = s.naming_id
WHERE s.id = ANY(%(ids)s::text[]) AND n.sort = 'anonymous' AND n.articles > 0;

-- name: namings_asked_of_old
SELECT n.id, n.name, n.sort FROM namings n WHERE n.block = ANY(%(blocks)s::text[]) AND n.weight = 0;

-- name: speakers_ever
-- Who spoke under ids that mean these now, or under names that stand in superseded quotes alone.
SELECT r.id FROM speaker_redirects r WHERE r.speaker_id = ANY(%(ids)s::text[])
UNION
SELECT q.speaker_id FROM quote_speakers q WHERE q.naming_id = ANY(%(namings)s::text[]) AND q.speaker_id IS NOT NULL;

-- name: speakers_with_forms
SELECT s.id, s.name, s.kind, ARRAY(SELECT n.form FROM speaker_names n WHERE n.speaker_id = s.id) AS forms
FROM speakers s WHERE s.id = ANY(%(ids)s::text[]);

-- name: speakers_meant
SELECT s.id, s.name, s.quotes AS count FROM speakers s WHERE s.quotes > 0 AND s.id = ANY(%(ids)s::text[])
ORDER BY s.quotes DESC, s.id;

-- name: speakers_alike
-- Names that are spelt nearly so; `%%` uses the index.
SELECT s.id, s.name, s.quotes AS count FROM speakers s
JOIN (SELECT n.speaker_id, max(similarity(n.folded, %(folded)s)) AS likeness FROM speaker_names n
      WHERE n.folded %% %(folded)s GROUP BY n.speaker_id ORDER BY 2 DESC LIMIT 20) AS near ON near.speaker_id = s.id
WHERE s.quotes > 0
ORDER BY near.likeness DESC, s.quotes DESC, s.id LIMIT 3;

-- name: speaker_redirect
SELECT speaker_id FROM speaker_redirects WHERE id = %(id)s;

-- name: speaker_roles_dated
-- Each role as printed most often, capitals aside, with the dates of its first and last article and some of the
-- articles that print it.
SELECT mode() WITHIN GROUP (ORDER BY r.role) AS role, count(*) AS count,
       (array_agg(a.published_at ORDER BY a.time_order) FILTER (WHERE a.published_at IS NOT NULL))[1] AS first_published,
       (array_agg(a.published_at ORDER BY a.time_order DESC) FILTER (WHERE a.published_at IS NOT NULL))[1]
           AS last_published,
       (array_agg(a.id ORDER BY a.time_order DESC, a.id))[1:20] AS articles
FROM (SELECT min(q.role) AS role, q.article_id FROM quote_speakers q
      WHERE q.speaker_id = %(id)s AND q.listed AND q.role IS NOT NULL GROUP BY lower(q.role), q.article_id) AS r
JOIN articles a ON a.id = r.article_id
GROUP BY lower(r.role) ORDER BY count(*) DESC, 1 LIMIT 100;

-- name: speaker_parties
SELECT p.party, count(DISTINCT a.id) AS articles,
       (array_agg(a.published_at ORDER BY a.time_order) FILTER (WHERE a.published_at IS NOT NULL))[1] AS first_published,
       (array_agg(a.published_at ORDER BY a.time_order DESC) FILTER (WHERE a.published_at IS NOT NULL))[1]
           AS last_published
FROM (SELECT DISTINCT naming_id, article_id FROM quote_speakers WHERE speaker_id = %(id)s AND listed) AS q
JOIN namings n ON n.id = q.naming_id
CROSS JOIN LATERAL jsonb_array_elements_text(n.facts -> 'parties') AS p (party)
JOIN articles a ON a.id = q.article_id
GROUP BY p.party ORDER BY count(DISTINCT a.id) DESC, p.party LIMIT 50;

-- name: speaker_outlets
SELECT a.publisher, count(*) AS count
FROM quote_speakers s JOIN quotes q ON q.article_id = s.article_id AND q.id = s.quote_id
JOIN articles a ON a.id = s.article_id
WHERE s.speaker_id = %(id)s AND s.listed AND q.speech AND a.publisher IS NOT NULL
GROUP BY a.publisher ORDER BY count(*) DESC, a.publisher LIMIT 100;

-- name: speaker_end_quotes
-- The first and the last of the dated quotes, the first of one article by its place in the text.
(SELECT 'first' AS place, s.quote_id AS id FROM quote_speakers s
 JOIN quotes q ON q.article_id = s.article_id AND q.id = s.quote_id
 WHERE s.speaker_id = %(id)s AND s.listed AND q.speech AND s.time_order >= %(first_dated)s::bigint
 ORDER BY s.time_order, s.quote_id DESC LIMIT 1)
UNION ALL
(SELECT 'last', s.quote_id FROM quote_speakers s
 JOIN quotes q ON q.article_id = s.article_id AND q.id = s.quote_id
 WHERE s.speaker_id = %(id)s AND s.listed AND q.speech AND s.time_order >= %(first_dated)s::bigint
 ORDER BY s.time_order DESC, s.quote_id LIMIT 1);

-- name: speaker_opponents
-- Those on the other side of the disputed claims that the speaker tells or disputes, with the newest of these claims.
WITH met AS (
    SELECT DISTINCT other.speaker_id, other.article_id, other.claim_id FROM claim_sides mine
    JOIN claim_sides other ON other.article_id = mine.article_id AND other.claim_id = mine.claim_id
        AND other.disputes <> mine.disputes AND other.speaker_id <> mine.speaker_id
    WHERE mine.speaker_id = %(id)s AND mine.disputes = %(disputes)s
), foremost AS (
    SELECT s.id, s.name, m.count, count(*) OVER () AS opponents
    FROM (SELECT speaker_id, count(*) AS count FROM met GROUP BY speaker_id) AS m
    JOIN speakers s ON s.id = m.speaker_id AND s.quotes > 0
    ORDER BY m.count DESC, s.id LIMIT 20
)
SELECT f.id, f.name, f.count, f.opponents,
       ARRAY(SELECT m.claim_id FROM met m JOIN claims c ON c.article_id = m.article_id AND c.id = m.claim_id
             WHERE m.speaker_id = f.id ORDER BY c.time_order DESC, c.id DESC LIMIT 5) AS claims
FROM foremost f ORDER BY f.count DESC, f.id;

-- name: speaker_same_wording
-- Sources without a name that another article words alike: never the same speaker, only the same words.
SELECT DISTINCT s.id, s.name, q.article_id FROM speakers me
JOIN namings mine ON mine.id = me.naming_id AND mine.sort = 'anonymous'
JOIN namings n ON n.block = mine.block AND n.sort = 'anonymous' AND n.weight > 0 AND lower(n.name) = lower(mine.name)
JOIN speakers s ON s.naming_id = n.id AND s.id <> me.id AND s.quotes > 0
JOIN quote_speakers q ON q.speaker_id = s.id AND q.listed
WHERE me.id = %(id)s ORDER BY s.id, q.article_id LIMIT 50;

-- name: namings_insert
INSERT INTO namings (id, sort, block, name, kind, facts, article_id)
SELECT id, sort, block, name, kind, facts, article_id
FROM jsonb_to_recordset(%(rows)s) AS new (id text, sort text, block text, name text, kind text, facts jsonb, article_id text)
ON CONFLICT (id) DO NOTHING;

-- name: naming_keys_insert
INSERT INTO naming_keys (naming_id, key)
SELECT id, unnest(keys) FROM jsonb_to_recordset(%(rows)s) AS new (id text, keys text[]) ON CONFLICT DO NOTHING;

-- name: namings_near
-- Those that stand under these keys, those under the keys that these look for in turn, and so on, without those `known`
-- already. Behind the place of a key its first character tells what it looks for; keys of bodies have none that does.
WITH RECURSIVE asked (key) AS (
    SELECT unnest(%(keys)s::text[]) COLLATE "C"
    UNION
    SELECT split_part(own.key, '|', 1) || '|' || l.sought || substr(own.key, strpos(own.key, '|') + 2)
    FROM asked a
    JOIN naming_keys met ON met.key = a.key AND met.naming_id NOT IN (SELECT unnest(%(known)s::text[]))
    JOIN naming_keys own ON own.naming_id = met.naming_id
    JOIN unnest(%(held)s::text[], %(sought)s::text[]) AS l (held, sought)
        ON l.held = substr(own.key, strpos(own.key, '|') + 1, 1)
)
SELECT n.id, n.sort, n.block, n.name, n.kind, n.facts::text, n.article_id, n.articles, n.speaker_id FROM namings n
WHERE n.articles > 0 AND n.id IN (SELECT k.naming_id FROM naming_keys k WHERE k.key = ANY(ARRAY(SELECT key FROM asked))
                                    AND k.naming_id NOT IN (SELECT unnest(%(known)s::text[])));

-- name: namings_new
-- What two statements have in common that enter namings, with the keys by which they are found.
new AS (
    SELECT * FROM jsonb_to_recordset(%(rows)s)
        AS new (id text, sort text, block text, name text, kind text, facts jsonb, article_id text, articles integer,
                speaker_id text, keys text[])
), named AS (
    INSERT INTO namings (id, sort, block, name, kind, facts, article_id, articles, speaker_id)
    SELECT id, sort, block, name, kind, facts, article_id, articles, speaker_id FROM new
);

-- name: namings_enter
WITH {namings_new}
INSERT INTO naming_keys (naming_id, key) SELECT id, unnest(keys) FROM new;

-- name: namings_held
-- What two statements about a writer's namings have in common: those that its articles hold now, with whom they mean
-- there, and, in the first row, which is none of them, whether curators have said anything of the blocks of all.
held AS MATERIALIZED (
    SELECT DISTINCT q.naming_id, q.speaker_id FROM quote_speakers q WHERE q.article_id = ANY(%(articles)s::text[])
), found AS (
    SELECT NULL AS id, NULL AS block, 0 AS before, NULL AS said_by,
           EXISTS (SELECT FROM corrections c
                   WHERE (c.subject, c.type) IN (('speaker', 'merge'), ('speaker', 'split'), ('quote', 'speaker'))
                     AND c.undone_at IS NULL
                     AND c.to_value -> 'blocks' ?| (%(blocks)s::text[] || ARRAY(
                         SELECT n.block FROM held h JOIN namings n ON n.id = h.naming_id))) AS ruled
    UNION ALL
    SELECT n.id, n.block, n.articles, h.speaker_id, NULL FROM held h JOIN namings n ON n.id = h.naming_id
);

-- name: namings_touched
-- And those that the articles will hold.
WITH {namings_held}
SELECT * FROM found
UNION ALL
SELECT n.id, n.block, n.articles, NULL, NULL FROM namings n
WHERE n.id = ANY(%(namings)s::text[]) AND n.id NOT IN (SELECT h.naming_id FROM held h WHERE h.naming_id IS NOT NULL);

-- name: namings_come
-- The same of an article that comes in, which is counted at once in all those it will hold: these with all that is known
-- of them by now.
WITH {namings_held}, counted AS (
    UPDATE namings SET articles = articles + 1 WHERE id = ANY(%(namings)s::text[])
    RETURNING id, block, articles - 1 AS before, name, kind, articles, speaker_id
)
SELECT id, block, before, said_by, ruled, NULL AS name, NULL AS kind, NULL AS articles, NULL AS speaker_id FROM found
UNION ALL
SELECT id, block, before, NULL, NULL, name, kind, articles, speaker_id FROM counted;

-- name: namings_by_id
SELECT id, sort, block, name, kind, facts::text, article_id, articles, speaker_id FROM namings
WHERE id = ANY(%(namings)s::text[]);

-- name: namings_of_blocks
SELECT id, sort, block, name, kind, facts::text, article_id, articles, speaker_id FROM namings
WHERE block = ANY(%(blocks)s::text[]) AND articles > 0;

-- name: namings_of_blocks_shared
-- Those that may mean somebody beyond one article.
SELECT id, sort, block, name, kind, facts::text, article_id, articles, speaker_id FROM namings
WHERE block = ANY(%(blocks)s::text[]) AND articles > 0 AND article_id IS NULL;

-- name: namings_stored
SELECT id, sort, block, name, kind, facts::text, article_id, speaker_id FROM namings;

-- name: namings_compared
-- With the keys under which they are found.
SELECT n.id, n.sort, n.block, n.name, n.kind, n.facts::text, n.article_id,
       ARRAY(SELECT k.key FROM naming_keys k WHERE k.naming_id = n.id) AS keys
FROM namings n;

-- name: namings_move
UPDATE namings n SET block = now.block FROM jsonb_to_recordset(%(rows)s) AS now (id text, block text) WHERE n.id = now.id;

-- name: naming_keys_of_moved
DELETE FROM naming_keys WHERE naming_id IN (SELECT id FROM jsonb_to_recordset(%(rows)s) AS now (id text));

-- name: naming_unsure
-- The naming of a speaker of one article whose name means nobody beyond it, and might.
SELECT n.id, n.sort, n.block, n.name, n.kind, n.facts::text, n.article_id FROM speakers s JOIN namings n ON n.id = s.naming_id
WHERE s.id = %(id)s AND n.speaker_id IS NULL AND n.article_id IS NULL;

-- name: namings_told
-- Those of a block whose speakers are known, the most common first.
SELECT id, sort, block, name, kind, facts::text, article_id, articles, speaker_id FROM namings
WHERE block = %(block)s AND weight > 0 AND speaker_id IS NOT NULL ORDER BY weight DESC, articles DESC LIMIT %(most)s;

-- name: namings_add
-- The article is decided anew as a whole: what stayed of an older reading counts with what is new. Tells the namings,
-- each with the forms in which the article prints it.
WITH undecided AS (
    UPDATE quote_speakers SET speaker_id = NULL WHERE article_id = %(article)s AND listed AND speaker_id IS NOT NULL
)
UPDATE namings n SET articles = articles + 1
WHERE n.id IN (SELECT q.naming_id FROM quote_speakers q WHERE q.article_id = %(article)s AND q.listed)
RETURNING n.id, n.sort, n.block, n.name, n.kind, n.facts::text, n.article_id, n.articles, n.speaker_id,
          ARRAY(SELECT DISTINCT f.form FROM quote_speakers q CROSS JOIN LATERAL unnest(q.forms) AS f (form)
                WHERE q.naming_id = n.id AND q.article_id = %(article)s AND q.listed) AS forms;

-- name: namings_subtract
UPDATE namings n SET articles = n.articles - d.articles
FROM (SELECT q.naming_id, count(DISTINCT q.article_id) AS articles FROM quote_speakers q
      WHERE q.article_id = ANY(%(articles)s::text[]) AND q.listed GROUP BY q.naming_id) AS d
WHERE n.id = d.naming_id;

-- name: naming_articles
SELECT DISTINCT q.naming_id, q.article_id, q.speaker_id FROM quote_speakers q
WHERE q.naming_id = ANY(%(namings)s::text[]) AND q.listed;

-- name: speakers_make
-- What two statements have in common: speakers that are new, and whom namings mean. An id that means somebody again leads
-- nowhere else.
spoken AS (
    SELECT * FROM jsonb_to_recordset(%(speakers)s) AS new (id text, kind text, naming text)
), made AS (
    INSERT INTO speakers (id, kind, naming_id) SELECT id, kind, naming FROM spoken ON CONFLICT (id) DO NOTHING
), alive AS (
    DELETE FROM speaker_redirects WHERE id IN (SELECT id FROM spoken)
), meant AS (
    UPDATE namings n SET speaker_id = now.speaker
    FROM jsonb_to_recordset(%(meanings)s) AS now (id text, speaker text) WHERE n.id = now.id
)

-- name: speakers_enter
-- With the namings that are new, and their keys: at once, for few rows each statement costs more than what it does.
WITH {speakers_make}, {namings_new}
INSERT INTO naming_keys (naming_id, key) SELECT id, unnest(keys) FROM new;

-- name: speakers_point
-- With whom quotes name.
WITH {speakers_make}
UPDATE quote_speakers q SET speaker_id = now.speaker
FROM jsonb_to_recordset(%(pointed)s) AS now (naming text, article text, speaker text)
WHERE q.naming_id = now.naming AND q.article_id = now.article AND q.listed;

-- name: claim_sides_point
UPDATE claim_sides c SET speaker_id = now.speaker
FROM jsonb_to_recordset(%(rows)s) AS now (naming text, article text, speaker text)
WHERE c.naming_id = now.naming AND c.told_in = now.article;

-- name: speaker_forms
SELECT DISTINCT f.form FROM quote_speakers q CROSS JOIN LATERAL unnest(q.forms) AS f (form)
WHERE q.speaker_id = ANY(%(ids)s::text[]) AND q.listed;

-- name: forms_and_roles_add
-- What two statements about new quotes do besides; they differ in whose quotes are `spoken`. Most are counted already:
-- to try to enter these first would cost as much again.
told AS (
    SELECT q.speaker_id, f.form, count(*) AS count, count(*) FILTER (WHERE f.form = q.name) AS fullest
    FROM spoken q CROSS JOIN LATERAL unnest(q.forms) AS f (form) GROUP BY q.speaker_id, f.form
), forms_counted AS (
    UPDATE speaker_names n SET count = n.count + t.count, fullest = n.fullest + t.fullest FROM told t
    WHERE n.speaker_id = t.speaker_id AND n.form = t.form
    RETURNING n.speaker_id, n.form, n.words, n.fullest
), forms_new AS (
    INSERT INTO speaker_names (speaker_id, form, folded, words, count, fullest)
    SELECT t.speaker_id, t.form, %(forms)s::jsonb -> t.form ->> 'folded',
           ARRAY(SELECT jsonb_array_elements_text(%(forms)s::jsonb -> t.form -> 'words')), t.count, t.fullest
    FROM told t WHERE (t.speaker_id, t.form) NOT IN (SELECT c.speaker_id, c.form FROM forms_counted c)
    RETURNING speaker_id, form, words, fullest
), held AS (
    SELECT q.speaker_id, q.role, count(*) AS count FROM spoken q WHERE q.role IS NOT NULL GROUP BY q.speaker_id, q.role
), roles_counted AS (
    UPDATE speaker_roles r SET count = r.count + h.count FROM held h
    WHERE r.speaker_id = h.speaker_id AND r.role = h.role RETURNING r.speaker_id, r.role
), roles_new AS (
    INSERT INTO speaker_roles (speaker_id, role, count)
    SELECT h.speaker_id, h.role, h.count FROM held h
    WHERE (h.speaker_id, h.role) NOT IN (SELECT c.speaker_id, c.role FROM roles_counted c)
);

-- name: speaker_counts_add
-- Three tables at once: for few speakers each statement costs more than what it does.
WITH spoken AS (
    SELECT * FROM quote_speakers
    WHERE speaker_id = ANY(%(ids)s::text[]) AND listed AND (%(whole)s OR article_id = ANY(%(articles)s::text[]))
), {forms_and_roles_add}
UPDATE speakers s
SET quotes = s.quotes + d.quotes, direct = s.direct + d.direct, mixed = s.mixed + d.mixed,
    indirect = s.indirect + d.indirect
FROM (SELECT p.speaker_id, count(*) AS quotes, count(*) FILTER (WHERE q.kind = 'direct') AS direct,
             count(*) FILTER (WHERE q.kind = 'mixed') AS mixed, count(*) FILTER (WHERE q.kind = 'indirect') AS indirect
      FROM spoken p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.quote_id
      WHERE q.speech GROUP BY p.speaker_id) AS d
WHERE s.id = d.speaker_id;

-- name: speaker_counts_enter
-- As speaker_counts_add and speakers_decide, at once, for those to whom an article brings its first quotes and takes
-- nothing: of a speaker's ends none but the article itself is new.
WITH spoken AS (
    SELECT * FROM quote_speakers
    WHERE article_id = %(article)s AND speaker_id = ANY(%(ids)s::text[]) AND listed
), {forms_and_roles_add}, named AS (
    SELECT f.speaker_id, f.form, f.words, f.fullest FROM forms_counted f
    UNION ALL
    SELECT f.speaker_id, f.form, f.words, f.fullest FROM forms_new f
    UNION ALL
    -- As they were before: what this statement does to a table it does not see there.
    SELECT n.speaker_id, n.form, n.words, n.fullest FROM speaker_names n
    WHERE n.speaker_id = ANY(%(ids)s::text[]) AND (n.speaker_id, n.form) NOT IN (SELECT t.speaker_id, t.form FROM told t)
)
UPDATE speakers s
SET quotes = s.quotes + d.quotes, direct = s.direct + d.direct, mixed = s.mixed + d.mixed,
    indirect = s.indirect + d.indirect,
    name = coalesce(s.chosen_name,
                    (SELECT n.form FROM named n WHERE n.speaker_id = s.id
                     ORDER BY (n.fullest > 0) DESC, (s.kind <> 'person' OR cardinality(n.words) > 1) DESC,
                              n.fullest DESC, length(n.form) DESC, n.form LIMIT 1),
                    s.name),
    words = CASE WHEN s.id IN (SELECT f.speaker_id FROM forms_new f)
    THEN array_to_tsvector(ARRAY(SELECT DISTINCT w.word FROM named n
                                 CROSS JOIN LATERAL unnest(n.words) AS w (word) WHERE n.speaker_id = s.id))
    ELSE s.words END,
    first_published = CASE WHEN %(article)s = (
        SELECT q.article_id FROM quote_speakers q
        WHERE q.speaker_id = s.id AND q.listed AND q.time_order >= %(first_dated)s::bigint
        ORDER BY q.time_order, q.quote_id LIMIT 1)
    THEN (SELECT a.published_at FROM articles a WHERE a.id = %(article)s) ELSE s.first_published END,
    last_published = CASE WHEN %(article)s = (
        SELECT q.article_id FROM quote_speakers q
        WHERE q.speaker_id = s.id AND q.listed AND q.time_order >= %(first_dated)s::bigint
        ORDER BY q.time_order DESC, q.quote_id DESC LIMIT 1)
    THEN (SELECT a.published_at FROM articles a WHERE a.id = %(article)s) ELSE s.last_published END
FROM (SELECT p.speaker_id, count(*) FILTER (WHERE q.speech) AS quotes,
             count(*) FILTER (WHERE q.speech AND q.kind = 'direct') AS direct,
             count(*) FILTER (WHERE q.speech AND q.kind = 'mixed') AS mixed,
             count(*) FILTER (WHERE q.speech AND q.kind = 'indirect') AS indirect
      FROM spoken p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.quote_id
      GROUP BY p.speaker_id) AS d
WHERE s.id = d.speaker_id
RETURNING s.id, s.quotes > 0 AS speaks, s.quotes > d.quotes AS spoke;

-- name: speaker_names_clear
DELETE FROM speaker_names WHERE speaker_id = ANY(%(ids)s::text[]);

-- name: speaker_roles_clear
DELETE FROM speaker_roles WHERE speaker_id = ANY(%(ids)s::text[]);

-- name: speaker_quotes_clear
UPDATE speakers SET quotes = 0, direct = 0, mixed = 0, indirect = 0 WHERE id = ANY(%(ids)s::text[]);

-- name: speaker_names_subtract
UPDATE speaker_names n
SET count = n.count - d.count, fullest = n.fullest - d.fullest
FROM (SELECT q.speaker_id, f.form, count(*) AS count, count(*) FILTER (WHERE f.form = q.name) AS fullest
      FROM quote_speakers q CROSS JOIN LATERAL unnest(q.forms) AS f (form)
      WHERE q.article_id = ANY(%(articles)s::text[]) AND q.listed
      GROUP BY q.speaker_id, f.form) AS d
WHERE n.speaker_id = d.speaker_id AND n.form = d.form;

-- name: speaker_roles_subtract
UPDATE speaker_roles r
SET count = r.count - d.count
FROM (SELECT q.speaker_id, q.role, count(*) AS count
      FROM quote_speakers q
      WHERE q.article_id = ANY(%(articles)s::text[]) AND q.listed AND q.role IS NOT NULL
      GROUP BY q.speaker_id, q.role) AS d
WHERE r.speaker_id = d.speaker_id AND r.role = d.role;

-- name: speaker_quotes_subtract
UPDATE speakers s
SET quotes = s.quotes - d.quotes, direct = s.direct - d.direct, mixed = s.mixed - d.mixed,
    indirect = s.indirect - d.indirect
FROM (SELECT p.speaker_id, count(*) AS quotes, count(*) FILTER (WHERE q.kind = 'direct') AS direct,
             count(*) FILTER (WHERE q.kind = 'mixed') AS mixed, count(*) FILTER (WHERE q.kind = 'indirect') AS indirect
      FROM quote_speakers p JOIN quotes q ON q.article_id = p.article_id AND q.id = p.quote_id
      WHERE p.article_id = ANY(%(articles)s::text[]) AND p.listed AND q.speech
      GROUP BY p.speaker_id) AS d
WHERE s.id = d.speaker_id;

-- name: speaker_names_unused
DELETE FROM speaker_names WHERE speaker_id = ANY(%(ids)s::text[]) AND count <= 0;

-- name: speaker_roles_unused
DELETE FROM speaker_roles WHERE speaker_id = ANY(%(ids)s::text[]) AND count <= 0;

-- name: speakers_unused
-- A speaker whom only superseded quotes name is kept for them, unlisted.
DELETE FROM speakers s
WHERE s.id = ANY(%(ids)s::text[]) AND NOT EXISTS (SELECT FROM quote_speakers q WHERE q.speaker_id = s.id);

-- name: speakers_decide
-- Of the forms that were the fullest of an article, the one most often printed; of equals the longest. A person's
-- surname alone is shown only where no article prints more.
UPDATE speakers s
SET name = coalesce(s.chosen_name,
                    (SELECT n.form FROM speaker_names n WHERE n.speaker_id = s.id
                     ORDER BY (n.fullest > 0) DESC, (s.kind <> 'person' OR cardinality(n.words) > 1) DESC,
                              n.fullest DESC, length(n.form) DESC, n.form LIMIT 1),
                    -- Of superseded quotes alone: nothing may stay of an erased article that printed more.
                    (SELECT min(q.name) FROM quote_speakers q WHERE q.speaker_id = s.id)),
    words = array_to_tsvector(ARRAY(SELECT DISTINCT w.word FROM speaker_names n
                                    CROSS JOIN LATERAL unnest(n.words) AS w (word) WHERE n.speaker_id = s.id)),
    first_published = (SELECT a.published_at FROM quote_speakers q JOIN articles a ON a.id = q.article_id
                       WHERE q.speaker_id = s.id AND q.listed AND q.time_order >= %(first_dated)s::bigint
                       ORDER BY q.time_order, q.quote_id LIMIT 1),
    last_published = (SELECT a.published_at FROM quote_speakers q JOIN articles a ON a.id = q.article_id
                      WHERE q.speaker_id = s.id AND q.listed AND q.time_order >= %(first_dated)s::bigint
                      ORDER BY q.time_order DESC, q.quote_id DESC LIMIT 1)
WHERE s.id = ANY(%(ids)s::text[])
RETURNING s.id, s.quotes > 0 AS speaks;

-- name: speaker_redirect_insert
INSERT INTO speaker_redirects (id, speaker_id) VALUES (%(id)s, %(speaker)s)
ON CONFLICT (id) DO UPDATE SET speaker_id = excluded.speaker_id;

-- name: speaker_redirects_unused
-- Ids that lead to speakers who went with the last article that named them, through others too.
WITH RECURSIVE lost (id) AS (
    SELECT asked.id COLLATE "C" FROM unnest(%(ids)s::text[]) AS asked (id)
    WHERE NOT EXISTS (SELECT FROM speakers s WHERE s.id = asked.id)
      AND NOT EXISTS (SELECT FROM speaker_redirects r WHERE r.id = asked.id)
    UNION
    SELECT r.id FROM lost JOIN speaker_redirects r ON r.speaker_id = lost.id
)
DELETE FROM speaker_redirects WHERE id IN (SELECT id FROM lost);

-- name: speaker_choices_move
-- What a curator chose goes along to the speaker who took the place, unless that one has a choice of its own.
UPDATE speakers s SET chosen_name = coalesce(s.chosen_name, old.chosen_name), same_as = coalesce(s.same_as, old.same_as)
FROM speakers old WHERE old.id = %(id)s AND s.id = %(speaker)s;

-- name: writing_lock
-- Any number, as long as nothing else takes it in this database. Held until the transaction ends, by all who decide who
-- a speaker is, which claim a statement tells or what prints it: each would miss what the others bring. From here on no
-- table is read from its beginning, which Postgres would rather do than look up the dozens of keys of an article; and no
-- plan is made anew for each article, which would take longer than what it saves.
SELECT pg_advisory_xact_lock(7306005), set_config('enable_seqscan', 'off', true),
       set_config('plan_cache_mode', 'force_generic_plan', true);

-- name: intake_plans
-- The same plans, of one who brings an article and takes the lock later: all that is joined are its few rows, one by one
-- with what is looked up. In a store so young that nothing is counted there yet Postgres would read whole indexes
-- instead. Whoever merges speakers of thousands of quotes leaves the choice to it.
SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
       set_config('enable_mergejoin', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);

-- name: writing_lock_of_intake
SELECT pg_advisory_xact_lock(7306005);

-- name: speakers_silent
-- Those of whom no listed quote is left.
SELECT id FROM unnest(%(ids)s::text[]) AS asked (id)
WHERE NOT EXISTS (SELECT FROM quote_speakers q WHERE q.speaker_id = asked.id AND q.listed);

-- name: speaker_kinds
UPDATE speakers s SET kind = now.kind FROM jsonb_to_recordset(%(rows)s) AS now (id text, kind text)
WHERE s.id = now.id AND s.kind <> now.kind;

-- name: speakers_unsettled
SELECT DISTINCT article_id, name, kind, role FROM quote_speakers WHERE naming_id IS NULL
ORDER BY article_id, name, kind, role;

-- name: quote_speakers_name
UPDATE quote_speakers SET naming_id = %(naming)s
WHERE article_id = %(article)s AND name = %(name)s AND kind = %(kind)s AND naming_id IS NULL;

-- name: namings_count
UPDATE namings n SET articles = d.articles
FROM (SELECT naming_id, count(DISTINCT article_id) AS articles FROM quote_speakers WHERE listed GROUP BY naming_id) AS d
WHERE n.id = d.naming_id;

-- name: speakers_stored
SELECT id FROM speakers ORDER BY id;

-- name: namings_unused
-- Names go with the last article that holds them; those of superseded quotes stay with these.
DELETE FROM namings n WHERE n.id = ANY(%(namings)s::text[]) AND n.articles <= 0
  AND NOT EXISTS (SELECT FROM quote_speakers q WHERE q.naming_id = n.id);
