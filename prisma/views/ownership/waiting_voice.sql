-- Answers of owners that nobody has read yet.
CREATE VIEW ownership.waiting_voice AS
SELECT v."id", v."productId" FROM "OwnerVoice" v WHERE v."stage" = 'NEW';
