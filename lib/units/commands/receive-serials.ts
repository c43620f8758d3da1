import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { canEditUnits } from '../policy';
import { readSerials, type UnitLine, type WrongLine } from '../read-serials';
import { mostSerials, type ReceiveSerials } from '../schema';
import { makeUnits } from './make-units';

export type ReceivedSerials = { made: number; wrong: (WrongLine | { row: number; text: string; why: 'known' })[] };

/**
 * Registers the units of a delivery by their serials, with their IMEIs and EIDs. A line that cannot be read, or a number that is known already,
 * is named and keeps no other out; refuses more than a list may have.
 */
export async function receiveSerials(ctx: Ctx, { variantId, serials }: ReceiveSerials): Promise<ReceivedSerials> {
  allow(canEditUnits(ctx.actor));
  const [variant] = await ctx.db.$queryRaw<{ productId: string }[]>`
    SELECT v."productId" FROM catalog.variant v WHERE v."id" = ${variantId}::uuid`;
  const { productId } = found(variant, 'variant');
  const { units, wrong } = readSerials(serials);
  if (units.length + wrong.length > mostSerials)
    throw new Refused('serials-many', 'Too many lines', { field: 'serials', values: { most: mostSerials } });
  // Lists come one after the other: of two with one number, the second names it as known.
  await takeTurns(ctx.db, 'units:receive');
  const taken = await takenNumbers(ctx, units);
  const free = units.filter(({ others }) => !others.some(({ kind, value }) => taken.has(`${kind} ${value}`)));
  const made = await makeUnits(
    ctx,
    free.map(({ serial }) => ({ productId, variantId, serial })),
    { kind: 'RECEIVED' },
  );
  const idOf = new Map(made.map(({ serial, id }) => [serial, id]));
  const numbers = free.flatMap(({ serial, others }) => {
    const unitId = idOf.get(serial);
    return unitId ? others.map((each) => ({ ...each, unitId })) : [];
  });
  await ctx.db.unitIdentifier.createMany({ data: numbers });
  const known = units.filter(({ serial }) => !idOf.has(serial));
  const refused = known.map(({ row, serial }) => ({ row, text: serial, why: 'known' as const }));
  await audit(ctx, {
    act: 'units.receive',
    subject: ['variant', variantId],
    detail: { made: made.length, refused: wrong.length + refused.length },
  });
  return { made: made.length, wrong: [...wrong, ...refused].toSorted((a, b) => a.row - b.row) };
}

async function takenNumbers({ db }: Ctx, units: readonly UnitLine[]): Promise<Set<string>> {
  const values = units.flatMap(({ others }) => others.map(({ value }) => value));
  if (values.length === 0) return new Set();
  const rows = await db.unitIdentifier.findMany({
    where: { value: { in: values } },
    select: { kind: true, value: true },
  });
  return new Set(rows.map(({ kind, value }) => `${kind} ${value}`));
}
