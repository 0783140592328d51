-- name: state
-- A standby does not list what is going on; and one node of a sharded store does not know what others have committed.
SELECT CASE WHEN pg_is_in_recovery() OR version() LIKE '%%-YB-%%'
                 OR EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN NULL
            ELSE pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text END AS state;
