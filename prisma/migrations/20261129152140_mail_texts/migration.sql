-- CreateTable
CREATE TABLE "MailText" (
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "subject" TEXT,
    "heading" TEXT,
    "body" TEXT,
    "button" TEXT,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailText_pkey" PRIMARY KEY ("kind","locale","version")
);

-- AddForeignKey
ALTER TABLE "MailText" ADD CONSTRAINT "MailText_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
