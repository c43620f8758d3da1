-- Every balance that may be spent here.
CREATE VIEW credit.credit_account AS
SELECT a."id", a."kind"::text AS "kind", a."memberId", a."currency", a."balanceMinor" FROM "CreditAccount" a;
