-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "reasonLabel" TEXT,
ADD COLUMN     "reasonLabelZh" TEXT;

-- Reasons become names of what staff arrange; each report keeps the words that its reporter read.
ALTER TABLE "Report" ALTER COLUMN "reason" TYPE TEXT USING "reason"::text;
UPDATE "Report" r SET "reasonLabel" = w."en", "reasonLabelZh" = w."zh"
FROM (VALUES
  ('SPAM', 'Advertising or spam', '广告或灌水'),
  ('ABUSE', 'Insulting or hurtful', '辱骂或伤人'),
  ('OFF_TOPIC', 'In the wrong place', '发错了地方'),
  ('PRIVACY', 'Someone’s private data', '泄露他人隐私'),
  ('OTHER', 'Something else', '其他')
) AS w("id", "en", "zh") WHERE r."reason" = w."id";

-- AlterTable
ALTER TABLE "Report" ALTER COLUMN "reasonLabel" SET NOT NULL,
ALTER COLUMN "reasonLabelZh" SET NOT NULL;

-- DropEnum
DROP TYPE "ReportReason";
