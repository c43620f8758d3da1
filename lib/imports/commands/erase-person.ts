import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { asPerson, erasedId, erasedKind } from '../person';
import { erasePersonInput, type ErasePerson } from '../schema';
import { personTurns } from './keep-people';
import { keepRecords } from './keep-records';

export type Erased = {
  /** The customers' ids in the source. */
  customers: string[];
  /** How many. */
  orders: number;
};

/**
 * Forgets a customer of an old shop: deletes what was kept of the person, and takes address, phone number and delivery address out of their
 * orders, whose amounts stay. A digest is kept, by which later imports leave the person out. Refuses what is neither an e-mail address nor
 * a phone number.
 */
export async function erasePerson(ctx: Ctx, input: ErasePerson): Promise<Erased> {
  allow(may(ctx.actor, 'imports.keep'));
  const { source, person: typed } = erasePersonInput.parse(input);
  const person = asPerson(typed);
  if (person === null) throw new Refused('bad-email', 'neither an e-mail address nor a phone number');
  await personTurns(ctx);
  await keepRecords(ctx, { source, kind: erasedKind, records: [{ sourceId: erasedId(person), row: {} }], taken: true });
  const customers = await ctx.db.$queryRaw<{ id: string }[]>`
    DELETE FROM "ImportRecord" WHERE "source" = ${source} AND "kind" = 'customer'
      AND ("sourceId" = ${person} OR "row"->>'email' = ${person} OR "row"->>'phone' = ${person})
    RETURNING "sourceId" AS id`;
  const orders = await ctx.db.$executeRaw`
    UPDATE "ImportRecord" SET "row" = "row" || '{"email": null, "phone": null, "shipTo": null}'::jsonb,
      "version" = "version" + 1, "changedAt" = ${ctx.now}::timestamptz
    WHERE "source" = ${source} AND "kind" = 'order' AND ("row"->>'email' = ${person} OR "row"->>'phone' = ${person})`;
  return { customers: customers.map(({ id }) => id), orders };
}
