import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { moveStock } from '../move-stock';
import { canEditStock } from '../policy';
import type { ArriveInput, SendInput } from '../schema';
import { openPlace } from './open-place';
import { findMade, formKey } from './sent-once';

/** Sends open units from one place to another; they are on their way until somebody there says that they came. */
export async function sendUnits(ctx: Ctx, input: SendInput): Promise<{ transferId: string }> {
  allow(canEditStock(ctx.actor));
  const { variantId, fromId, toId, units, note, once } = input;
  const key = formKey(once, variantId, fromId, toId, units);
  const made = await findMade(ctx, key);
  if (made) return { transferId: made.transferId! };
  if (fromId === toId) throw new Refused('transfer-same', 'It goes nowhere', { field: 'toId' });
  // In one order, so that two who send crosswise wait for each other once only.
  const places = new Map<string, string>();
  for (const each of [fromId, toId].toSorted()) places.set(each, (await openPlace(ctx, each)).name);
  const { id: transferId } = await ctx.db.stockTransfer.create({
    data: { variantId, fromId, toId, units, note, sentById: memberId(ctx.actor), sentAt: ctx.now },
    select: { id: true },
  });
  const [from, to] = [{ kind: 'OPEN', place: fromId } as const, { kind: 'IN_TRANSIT', place: toId } as const];
  await moveStock(ctx, [{ variantId, units, note, transferId, key, cause: 'SENT', from, to }]);
  const detail = { units, from: places.get(fromId)!, to: places.get(toId)! };
  await audit(ctx, { act: 'stock.send', subject: ['variant', variantId], detail });
  return { transferId };
}

/**
 * Says how many units of a transfer came and how many are missing; the transfer is over when all of them are one or the other. Refuses with
 * `transfer-count` (left) more than are on their way, and who saw another number of them.
 */
export async function receiveTransfer(ctx: Ctx, { transferId, arrived, missing, shown }: ArriveInput): Promise<void> {
  allow(canEditStock(ctx.actor));
  const { toId } = found(
    await ctx.db.stockTransfer.findUnique({ where: { id: transferId }, select: { toId: true } }),
    'transfer',
  );
  // Whether the place sells stays so until the commit: what is open of the variant is counted by it.
  await openPlace(ctx, toId);
  await ctx.db.$executeRaw`SELECT 1 FROM "StockTransfer" WHERE "id" = ${transferId}::uuid FOR NO KEY UPDATE`;
  const transfer = found(
    await ctx.db.stockTransfer.findUnique({ where: { id: transferId, closedAt: null } }),
    'transfer',
  );
  const { variantId, toId: place } = transfer;
  const left = transfer.units - transfer.arrived - transfer.missing;
  if (left !== shown || arrived + missing === 0 || arrived + missing > left)
    throw new Refused('transfer-count', 'So many are not on their way', { field: 'arrived', values: { left } });
  const from = { kind: 'IN_TRANSIT', place } as const;
  await moveStock(ctx, [
    ...(arrived > 0
      ? [
          {
            variantId,
            transferId,
            units: arrived,
            cause: 'ARRIVED' as const,
            from,
            to: { kind: 'OPEN' as const, place },
          },
        ]
      : []),
    ...(missing > 0
      ? [
          {
            variantId,
            transferId,
            units: missing,
            cause: 'MISSING' as const,
            from,
            to: { kind: 'DIFFERENCE' as const },
          },
        ]
      : []),
  ]);
  await ctx.db.stockTransfer.update({
    where: { id: transferId },
    data: {
      ...{ arrived: { increment: arrived }, missing: { increment: missing } },
      closedAt: arrived + missing === left ? ctx.now : null,
    },
  });
  await audit(ctx, { act: 'stock.arrive', subject: ['variant', variantId], detail: { units: arrived, missing } });
}
