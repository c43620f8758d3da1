-- Mails by their keys: since when they wait, and when the mail server took them.
CREATE VIEW notifications.sent_mail AS
SELECT m."key", m."createdAt", m."sentAt" FROM "Mail" m;
