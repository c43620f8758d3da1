-- CreateEnum
CREATE TYPE "InvoiceKind" AS ENUM ('INVOICE', 'CREDIT_NOTE');

-- CreateTable
CREATE TABLE "InvoiceSeries" (
    "market" INTEGER NOT NULL,
    "kind" "InvoiceKind" NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InvoiceSeries_pkey" PRIMARY KEY ("market","kind")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL,
    "market" INTEGER NOT NULL,
    "kind" "InvoiceKind" NOT NULL,
    "seq" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "refundId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_number_key" ON "Invoice"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_refundId_key" ON "Invoice"("refundId");

-- CreateIndex
CREATE INDEX "Invoice_orderId_idx" ON "Invoice"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_market_kind_seq_key" ON "Invoice"("market", "kind", "seq");

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An invoice is never changed and never goes: what was wrong is taken back by a credit note.
CREATE OR REPLACE TRIGGER "Invoice_append_only" BEFORE UPDATE OR DELETE ON "Invoice"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- By hand: one invoice for an order; a credit note is of a refund, an invoice of none.
CREATE UNIQUE INDEX "Invoice_of_order" ON "Invoice" ("orderId") WHERE "kind" = 'INVOICE';
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_of_refund" CHECK (("kind" = 'CREDIT_NOTE') = ("refundId" IS NOT NULL));
