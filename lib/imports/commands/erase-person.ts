import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { asPerson, erasedId, erasedKind, sortWays, waysBeyond } from '../person';
import { requireSameSecret } from '../same-secret';
import { erasePersonInput, type ErasePerson } from '../schema';
import { personTurns } from './keep-people';
import { keepRecords } from './keep-records';

export type Erased = {
  /** The ids in the source of the customers that were deleted. */
  customers: string[];
  /** How many. */
  orders: number;
  /** All ids and addresses by which the person may be known elsewhere. */
  known: { sourceIds: string[]; emails: string[] };
};

type Ways = ReturnType<typeof sortWays>;

/** A number that more people have is nobody's own, such as one typed in place of none. */
const mostWays = 100;

/**
 * Forgets a customer of an old shop: deletes what was kept of the person, also where only their phone number or their number there is
 * named, and takes address, phone number and delivery address out of their orders, whose amounts stay. Digests are kept, by which later
 * imports leave the person out, and files of the old shop that wait here are deleted. Everybody who has a phone number is meant by it. Refuses what is no e-mail address, phone number or
 * number of a customer (`id:77`), a phone number that very many have, and under another secret than people were brought under.
 */
export async function erasePerson(ctx: Ctx, input: ErasePerson): Promise<Erased> {
  allow(may(ctx.actor, 'imports.keep'));
  const { source, person: typed } = erasePersonInput.parse(input);
  const person = asPerson(typed);
  if (person === null)
    throw new Refused('bad-email', 'that is no e-mail address, no phone number and no number of a customer (id:77)');
  await personTurns(ctx);
  await requireSameSecret(ctx, source);
  const ways = await allWays(ctx, source, person);
  const sorted = sortWays(ways);
  const records = ways.map((way) => ({ sourceId: erasedId(way), row: {} }));
  await keepRecords(ctx, { source, kind: erasedKind, records, taken: true });
  const customers = await findCustomers(ctx, source, sorted);
  const ids = customers.map(({ sourceId }) => sourceId);
  await ctx.db.importRecord.deleteMany({ where: { source, kind: 'customer', sourceId: { in: ids } } });
  const orders = await clearOrders(ctx, source, sorted);
  // Files that were sent may name the person. A run that reads them now leaves the person out; they are old, and go once it is over.
  await ctx.db.importUpload.deleteMany({ where: { runs: { none: { endedAt: null } } } });
  await ctx.db.importUpload.updateMany({ data: { at: new Date(0) } });
  return {
    ...{ customers: ids, orders },
    known: { sourceIds: [...new Set([...ids, ...sourceIdsOf(sorted)])], emails: sorted.emails },
  };
}

/** A row that is the person's may name them in further ways, by which further rows are theirs. */
async function allWays(ctx: Ctx, source: string, person: string): Promise<string[]> {
  const ways = new Set([person]);
  for (let known = 0; known < ways.size;) {
    known = ways.size;
    for (const { row } of await findCustomers(ctx, source, sortWays(ways)))
      for (const way of waysBeyond(row)) ways.add(way);
    if (ways.size > mostWays)
      throw new Refused('bad-value', 'too many customers have this phone number: erase each by e-mail address');
  }
  return [...ways];
}

const sourceIdsOf = ({ emails, phones, alone, numbers }: Ways): string[] => [
  ...emails,
  ...[...phones, ...alone].map((phone) => `phone:${phone}`),
  ...numbers.map((number) => `id:${number}`),
];

function findCustomers(
  { db }: Ctx,
  source: string,
  ways: Ways,
): Promise<{ sourceId: string; row: Record<string, unknown> }[]> {
  return db.$queryRaw`
    SELECT "sourceId", "row" FROM "ImportRecord" WHERE "source" = ${source} AND "kind" = 'customer' AND (
      "sourceId" = ANY(${sourceIdsOf(ways)}::text[])
      OR "row"->>'email' = ANY(${ways.emails}::text[]) OR "row"->>'phone' = ANY(${ways.phones}::text[])
      OR ("row"->>'email' IS NULL AND "row"->>'phone' = ANY(${ways.alone}::text[]))
      OR "row"->>'customerId' = ANY(${ways.numbers}::text[])) LIMIT ${mostWays + 1}::int`;
}

function clearOrders({ db, now }: Ctx, source: string, { emails, phones, alone }: Ways): Promise<number> {
  return db.$executeRaw`
    UPDATE "ImportRecord" SET "row" = "row" || '{"email": null, "phone": null, "shipTo": null}'::jsonb,
      "version" = "version" + 1, "changedAt" = ${now}::timestamptz
    WHERE "source" = ${source} AND "kind" = 'order' AND (
      "row"->>'email' = ANY(${emails}::text[])
      OR ARRAY["row"->>'phone', "row"->'shipTo'->>'phone'] && ${phones}::text[]
      OR ("row"->>'email' IS NULL AND ARRAY["row"->>'phone', "row"->'shipTo'->>'phone'] && ${alone}::text[]))`;
}
