-- Answers that are kept for those who send the same again.

-- name: idempotency_begin
-- A row comes back to whoever may go on: for a new key, one that is past its time, or one whose request broke off.
INSERT INTO idempotency AS i (key_id, name, fingerprint, run)
VALUES (%(key)s, %(name)s, %(fingerprint)s, %(run)s)
ON CONFLICT (key_id, name) DO UPDATE
SET fingerprint = excluded.fingerprint, run = excluded.run, begun_at = now(), status = NULL, headers = NULL, body = NULL
WHERE i.begun_at < now() - make_interval(secs => %(kept)s)
   OR (i.status IS NULL AND i.fingerprint = excluded.fingerprint
       AND i.begun_at < now() - make_interval(secs => %(patience)s))
RETURNING i.run;

-- name: idempotency_known
SELECT fingerprint, status, headers, body FROM idempotency WHERE key_id = %(key)s AND name = %(name)s;

-- name: idempotency_end
UPDATE idempotency SET status = %(status)s, headers = %(headers)s, body = %(body)s
WHERE key_id = %(key)s AND name = %(name)s AND run = %(run)s;

-- name: article_stays
-- Held until the transaction ends: nobody erases the article meanwhile.
SELECT id FROM articles WHERE id = %(article)s FOR SHARE;

-- name: idempotency_erase
-- Answers that told of articles hold their words.
DELETE FROM idempotency WHERE headers ->> 'Location' IN (SELECT '/articles/' || a FROM unnest(%(articles)s::text[]) AS a);

-- name: idempotency_forget
DELETE FROM idempotency WHERE key_id = %(key)s AND name = %(name)s AND run = %(run)s;

-- name: idempotency_prune
DELETE FROM idempotency WHERE begun_at < now() - make_interval(secs => %(kept)s);
