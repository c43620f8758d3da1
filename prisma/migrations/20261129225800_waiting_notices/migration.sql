-- CreateTable
CREATE TABLE "WaitingNotice" (
    "eventId" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitingNotice_pkey" PRIMARY KEY ("eventId","area")
);

-- CreateIndex
CREATE INDEX "WaitingNotice_area_eventId_idx" ON "WaitingNotice"("area", "eventId");

-- AddForeignKey
ALTER TABLE "WaitingNotice" ADD CONSTRAINT "WaitingNotice_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
