-- name: key_insert
INSERT INTO keys (id, label, scopes, sha256) VALUES (%(id)s, %(label)s, %(scopes)s, %(sha256)s);

-- name: key_scopes
SELECT scopes FROM keys WHERE sha256 = %(sha256)s AND revoked_at IS NULL;

-- name: key_id
SELECT id FROM keys WHERE sha256 = %(sha256)s AND revoked_at IS NULL;

-- name: keys_listed
SELECT id, label, scopes, created_at, revoked_at FROM keys ORDER BY created_at, id;

-- name: key_revoke
UPDATE keys SET revoked_at = now() WHERE id = %(id)s AND revoked_at IS NULL;
