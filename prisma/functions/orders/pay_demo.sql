-- Takes the money of the demo gateway's sessions and queues the webhooks that tell of it: there together or not at all.
-- p_wanted is a list of {id, paymentRef, fingerprint, late, bodies}; late takes it although the session is over. Answers
-- the sessions that it was taken of.
CREATE OR REPLACE FUNCTION pay_demo(p_wanted jsonb, p_attempts int, p_priority int, p_at timestamptz) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
  paid text[] := '{}';
  bodies text[] := '{}';
BEGIN
  FOR wanted IN SELECT w.* FROM jsonb_to_recordset(p_wanted) AS w(id text, "paymentRef" text, fingerprint text, late boolean, bodies text[]) ORDER BY w.id LOOP
    UPDATE "DemoSession" SET "state" = 'PAID', "paymentRef" = wanted."paymentRef", "fingerprint" = wanted.fingerprint
      WHERE "id" = wanted.id AND (CASE WHEN wanted.late THEN "state" <> 'PAID' ELSE "state" = 'OPEN' AND "expiresAt" > p_at END);
    CONTINUE WHEN NOT FOUND;
    paid := paid || wanted.id;
    bodies := bodies || wanted.bodies;
  END LOOP;
  IF cardinality(bodies) > 0 THEN
    PERFORM graphile_worker.add_jobs(ARRAY(
      SELECT ('tellStore', json_build_object('body', said.body), NULL, NULL, p_attempts, gen_random_uuid()::text, p_priority, NULL)::graphile_worker.job_spec
      FROM unnest(bodies) WITH ORDINALITY AS said(body, place) ORDER BY said.place));
  END IF;
  RETURN paid;
END $$;
