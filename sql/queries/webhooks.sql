-- Webhooks and their deliveries. Times are given by who delivers, not taken from this clock.

-- name: webhook_insert
INSERT INTO webhooks (id, url, kinds, events, secret, position, key_id)
VALUES (%(id)s, %(url)s, %(kinds)s, %(events)s, %(secret)s, %(position)s, %(key)s);

-- name: webhook_rows
SELECT w.id, w.url, w.kinds, w.events, w.position, w.made_at,
       (SELECT count(*) FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.status = 'due') AS due,
       (SELECT count(*) FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.status = 'dead') AS dead
FROM webhooks w WHERE true;

-- name: webhook_delete
DELETE FROM webhooks WHERE id = %(id)s;

-- name: webhooks_behind
-- Those that have not been told all, and wait for no answer. Who else looks after one right now skips it here.
SELECT w.id FROM webhooks w
WHERE w.position < (SELECT coalesce(max(c.number), 0) FROM changes c)
  AND NOT EXISTS (SELECT FROM webhook_deliveries d
                  WHERE d.webhook_id = w.id AND d.status = 'due' AND d.type = 'changes')
ORDER BY w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED;

-- name: webhook_behind
-- Asked again once it is locked: the statement before may have seen what was before the lock.
SELECT w.id, w.kinds, w.events, w.position FROM webhooks w
WHERE w.id = %(id)s AND NOT EXISTS (SELECT FROM webhook_deliveries d
                                    WHERE d.webhook_id = w.id AND d.status = 'due' AND d.type = 'changes');

-- name: webhook_position
UPDATE webhooks SET position = %(position)s WHERE id = %(id)s;

-- name: delivery_insert
INSERT INTO webhook_deliveries (id, webhook_id, type, after_number, until_number, changes, due_at, made_at)
VALUES (%(id)s, %(webhook)s, %(type)s, %(after)s, %(until)s, %(changes)s, %(now)s, %(now)s);

-- name: delivery_take
-- The one that is due the longest. Until `lost` it belongs to whoever took it.
UPDATE webhook_deliveries d SET attempts = d.attempts + 1, due_at = %(lost)s
FROM webhooks w
WHERE w.id = d.webhook_id AND d.id = (
    SELECT n.id FROM webhook_deliveries n WHERE n.status = 'due' AND n.due_at <= %(now)s
    ORDER BY n.due_at, n.number LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING d.id, d.webhook_id, d.type, d.after_number, d.until_number, d.changes, d.attempts, w.url, w.secret, w.kinds,
          w.events;

-- name: delivery_end
-- Nothing where another has taken it meanwhile, or it was asked for anew.
UPDATE webhook_deliveries
SET status = %(status)s, due_at = coalesce(%(due_at)s, due_at), ended_at = %(ended_at)s, answer = %(answer)s,
    reason = %(reason)s
WHERE id = %(id)s AND attempts = %(attempts)s AND status = 'due';

-- name: delivery_replay
UPDATE webhook_deliveries
SET status = 'due', attempts = 0, due_at = %(now)s, ended_at = NULL, answer = NULL, reason = NULL
WHERE id = %(id)s AND webhook_id = %(webhook)s AND type = 'changes'
RETURNING after_number;

-- name: deliveries_forget
DELETE FROM webhook_deliveries WHERE status = 'delivered' AND ended_at < %(before)s;

-- name: delivery_rows
SELECT d.id, d.webhook_id, d.type, d.status, d.changes, d.attempts, d.made_at,
       CASE WHEN d.status = 'due' THEN d.due_at END AS due_at, d.ended_at, d.answer, d.reason, d.number AS place
FROM webhook_deliveries d WHERE d.webhook_id = %(webhook)s;
