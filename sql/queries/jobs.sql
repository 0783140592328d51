-- Jobs, their chunks and lines.

-- name: job_insert
INSERT INTO jobs (id, received) VALUES (%(id)s, 0);

-- name: job_chunks_insert
INSERT INTO job_chunks (job_id, chunk, lines_left)
SELECT job_id, chunk, count(*) FROM job_lines WHERE job_id = %(id)s GROUP BY job_id, chunk
RETURNING chunk;

-- name: job_received
UPDATE jobs SET received = %(received)s WHERE id = %(id)s;

-- name: job_row
SELECT j.id, j.received, j.created_at, j.finished_at, c.*
FROM jobs j CROSS JOIN LATERAL (
    SELECT coalesce(sum(lines_left), 0)::integer AS lines_left, coalesce(sum(created), 0)::integer AS created,
           coalesce(sum(revised), 0)::integer AS revised, coalesce(sum(updated), 0)::integer AS updated,
           coalesce(sum(unchanged), 0)::integer AS unchanged, coalesce(sum(failed), 0)::integer AS failed,
           max(touched_at) AS touched_at
    FROM job_chunks WHERE job_id = j.id
) AS c
WHERE j.id = %(id)s;

-- name: job_error_rows
SELECT line, status, pointer, detail FROM job_errors WHERE job_id = %(id)s ORDER BY line;

-- name: job_line_begin
-- One that was begun before comes last: it may be what killed its worker.
WITH begun AS (
    UPDATE job_lines SET attempts = attempts + 1
    WHERE job_id = %(job)s AND chunk = %(chunk)s AND line = (
        SELECT line FROM job_lines
        WHERE job_id = %(job)s AND chunk = %(chunk)s AND line <> ALL(%(but)s::integer[])
        ORDER BY attempts, line LIMIT 1)
    RETURNING line, attempts, body
), touched AS (
    UPDATE job_chunks SET touched_at = now()
    WHERE job_id = %(job)s AND chunk = %(chunk)s AND EXISTS (SELECT FROM begun)
)
SELECT line, attempts, body FROM begun;

-- name: job_line_end
-- Nothing where another has ended it.
WITH ended AS (
    DELETE FROM job_lines WHERE job_id = %(job)s AND chunk = %(chunk)s AND line = %(line)s RETURNING line
)
UPDATE job_chunks
SET created = created + (%(outcome)s = 'created')::integer, revised = revised + (%(outcome)s = 'revised')::integer,
    updated = updated + (%(outcome)s = 'updated')::integer, unchanged = unchanged + (%(outcome)s = 'unchanged')::integer,
    failed = failed + (%(outcome)s = 'failed')::integer, lines_left = lines_left - 1, touched_at = now()
WHERE job_id = %(job)s AND chunk = %(chunk)s AND EXISTS (SELECT FROM ended);

-- name: job_error_insert
INSERT INTO job_errors (job_id, line, status, pointer, detail)
SELECT %(job)s::text, %(line)s::integer, %(status)s::integer, %(pointer)s::text, %(detail)s::text
WHERE (SELECT count(*) FROM job_errors WHERE job_id = %(job)s::text) < %(most)s
ON CONFLICT DO NOTHING;

-- name: jobs_finish
UPDATE jobs j SET finished_at = now()
WHERE finished_at IS NULL AND NOT EXISTS (SELECT FROM job_chunks c WHERE c.job_id = j.id AND c.lines_left > 0)
RETURNING id;

-- name: job_chunks_idle_lock
SELECT pg_try_advisory_xact_lock(7306015) AS mine;

-- name: job_chunks_idle
-- What nobody has touched for long and no task waits for: its task was lost, as it is in a restored store.
SELECT c.job_id, c.chunk FROM job_chunks c
WHERE c.lines_left > 0 AND c.touched_at < now() - make_interval(secs => %(idle)s)
  AND NOT EXISTS (SELECT FROM procrastinate_jobs t
                  WHERE t.queueing_lock = c.job_id || ':' || c.chunk AND t.status = 'todo')
LIMIT %(most)s;

-- name: jobs_prune
DELETE FROM jobs WHERE finished_at < now() - make_interval(days => %(days)s);
