-- The roles that staff can hold, by name; the built-in ones have theirs in the messages.
CREATE VIEW members.role AS
SELECT r."key", r."name", r."nameZh", r."builtIn", r."at" FROM "StaffRole" r;
