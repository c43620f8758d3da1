-- By hand: a plan made while the tables were empty looked payments up by an index that finds hundreds of them, and was kept.
ALTER FUNCTION settle_paid(jsonb, int, int, timestamptz) SET plan_cache_mode = 'force_custom_plan';
