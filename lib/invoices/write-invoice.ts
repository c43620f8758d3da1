import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';

import { invoiceContent, type InvoiceContent } from './content';

const prefixes = { INVOICE: 'INV-', CREDIT_NOTE: 'CN-' } as const;
export type InvoiceKind = keyof typeof prefixes;

type ToWrite = {
  kind: InvoiceKind;
  market: number;
  orderId: string;
  /** The refund that a credit note is of. */
  refundId: string | null;
  content: InvoiceContent;
};

/**
 * Gives an order its invoice, or a refund its credit note, with the next number of its series, and answers the number; the one that is there
 * where it has one. The series is locked until the commit: numbers follow each other without a gap, and what is rolled back uses none up.
 */
export async function writeInvoice(ctx: Ctx, { kind, market, orderId, refundId, content }: ToWrite): Promise<string> {
  const { db, now } = ctx;
  await db.$executeRaw`INSERT INTO "InvoiceSeries" ("market", "kind") VALUES (${market}::int, ${kind}::"InvoiceKind") ON CONFLICT DO NOTHING`;
  const [series] = await db.$queryRaw<{ next: number }[]>`
    SELECT "next" FROM "InvoiceSeries" WHERE "market" = ${market}::int AND "kind" = ${kind}::"InvoiceKind" FOR UPDATE`;
  // Looked for under the lock: of two who write the same one, the second finds it.
  const known = await db.invoice.findFirst({
    where: kind === 'INVOICE' ? { orderId, kind } : { refundId },
    select: { number: true },
  });
  if (known) return known.number;
  const seq = series!.next;
  const number = `${prefixes[kind]}${market > 1 ? `${market}-` : ''}${String(seq).padStart(6, '0')}`;
  await db.invoice.create({
    data: {
      ...{ id: uuid7(now), market, kind, seq, number, orderId, refundId, at: now },
      content: invoiceContent.parse(content),
    },
    select: { id: true },
  });
  await db.$executeRaw`UPDATE "InvoiceSeries" SET "next" = ${seq}::int + 1 WHERE "market" = ${market}::int AND "kind" = ${kind}::"InvoiceKind"`;
  return number;
}
