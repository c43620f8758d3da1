-- Writes an event in the caller's commit, with the job that runs its reactions where something follows it. The event's
-- id is the job's key: nothing is ever replaced by it, so the queue need not look whether something is.
CREATE OR REPLACE FUNCTION emit_event(p_id uuid, p_name text, p_payload jsonb, p_actor uuid, p_at timestamptz, p_followed boolean, p_attempts int, p_priority int)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Event" ("id", "name", "payload", "actorId", "at") VALUES (p_id, p_name, p_payload, p_actor, p_at);
  IF p_followed THEN
    PERFORM graphile_worker.add_job('react', json_build_object('eventId', p_id), max_attempts => p_attempts, priority => p_priority, job_key => p_id::text, job_key_mode => 'unsafe_dedupe');
  END IF;
END $$;
