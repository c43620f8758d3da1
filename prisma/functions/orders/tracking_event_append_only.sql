-- What a carrier said of a parcel stays as it was heard.
CREATE OR REPLACE TRIGGER "TrackingEvent_append_only" BEFORE UPDATE OR DELETE ON "TrackingEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
