-- name: key_insert
INSERT INTO keys (id, label, scopes, sha256, expires_at)
VALUES (%(id)s, %(label)s, %(scopes)s, %(sha256)s, %(expires_at)s);

-- name: key_holder
-- `noted` is false when it is worth a write that it is used; a standby takes none.
SELECT id, scopes, coalesce(last_used_at > now() - interval '1 hour', false) OR pg_is_in_recovery() AS noted
FROM keys
WHERE sha256 = %(sha256)s AND revoked_at IS NULL AND (expires_at > now()) IS NOT FALSE;

-- name: key_used
UPDATE keys SET last_used_at = now()
WHERE id = %(id)s AND (last_used_at > now() - interval '1 hour') IS NOT TRUE;

-- name: keys_listed
SELECT id, label, scopes, created_at, revoked_at, expires_at, last_used_at FROM keys ORDER BY created_at, id;

-- name: key_revoke
UPDATE keys SET revoked_at = now() WHERE id = %(id)s AND revoked_at IS NULL;
