import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';

import type { Company } from './schema';

/** The company that the invoice of an order is for. */
export type OrderCompany = { name: string; taxNumber: string };

/** What is read of it with the row of an order. */
export const companyFields = { company: { select: { name: true, taxNumber: true } } } as const;

/** The same as a column beside those of an order `o`. */
export const companyColumn = Prisma.sql`(SELECT jsonb_build_object('name', i."name", 'taxNumber', i."taxNumber") FROM "OrderCompany" i WHERE i."orderId" = o."id")`;

/** The company of what a buyer typed; undefined where the invoice is for themselves. */
export function companyOf({ company = '', taxNumber = '' }: Partial<Company>): OrderCompany | undefined {
  return company === '' ? undefined : { name: company, taxNumber };
}

/** Whether a buyer asks for another company than the order's; who says nothing of one asks for none. */
export function isOtherCompany(order: { company: OrderCompany | null }, typed: Partial<Company>): boolean {
  if (typed.company === undefined) return false;
  const wanted = companyOf(typed);
  return (
    (wanted?.name ?? '') !== (order.company?.name ?? '') ||
    (wanted?.taxNumber ?? '') !== (order.company?.taxNumber ?? '')
  );
}

/** Has the invoice of an unpaid order be for another company, or for its buyer. */
export async function changeCompany(
  { db }: { db: Raw },
  { orderId, company }: { orderId: string; company: OrderCompany | undefined },
): Promise<void> {
  // Locked: whoever pays meanwhile gets the invoice that they were shown.
  const [open] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Order" WHERE "id" = ${orderId}::uuid AND "state" = 'PENDING' FOR NO KEY UPDATE`;
  if (!open) return;
  if (!company) await db.$executeRaw`DELETE FROM "OrderCompany" WHERE "orderId" = ${orderId}::uuid`;
  else
    await db.$executeRaw`
      INSERT INTO "OrderCompany" ("orderId", "name", "taxNumber") VALUES (${orderId}::uuid, ${company.name}, ${company.taxNumber})
      ON CONFLICT ("orderId") DO UPDATE SET "name" = EXCLUDED."name", "taxNumber" = EXCLUDED."taxNumber"`;
}
