-- By hand:

-- How many claims a batch holds tells the planner nothing that would change its mind: planning each batch anew took as
-- long as settling it.
ALTER FUNCTION settle_claims(uuid, uuid[], text[], timestamptz) SET plan_cache_mode = 'force_generic_plan';
