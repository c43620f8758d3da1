import { randomUUID } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import { takeTurns } from '@/lib/core/take-turns';

import { groupBy } from '../choices/group-by';
import { failsAfter } from '../policy';
import { dangerous } from '../queries/own';
import { followOwners, listMailed, takeToTell, takeUnnoted, type ToTell } from '../sql';

/** Units of an open recall whose own history lacks it, few, with those that the shop has; they are taken to be written down by the caller. */
export async function takeToNote(ctx: Ctx, { recallId }: { recallId: string }) {
  const units = await takeUnnoted(ctx.db, { recallId, limit: 200 });
  const ids = units.map(({ id }) => id);
  await ctx.db.recallUnit.updateMany({ where: { id: { in: ids } }, data: { notedAt: ctx.now } });
  return units;
}

export type Reach = (orderIds: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Has the next owners of an open recall told, a hundred at most; answers whether others wait. `guests` says of which orders a guest gave an address. All
 * devices of one owner go into one message with one link. Whom no message can reach is noted as failed.
 */
export async function tellNext(ctx: Ctx, { recallId, guests }: { recallId: string; guests: Reach }): Promise<boolean> {
  // Of two workers the second finds the next ones.
  await takeTurns(ctx.db, `recalls:tell:${recallId}`);
  await followOwners(ctx.db, recallId);
  const units = await takeToTell(ctx.db, { recallId, owners: 100 });
  if (units.length === 0) return false;
  const reached = await guests([...new Set(units.flatMap(({ orderId }) => orderId ?? []))]);
  const isReached = ({ mailed, rung, orderId }: ToTell) => mailed || rung || (orderId !== null && reached.has(orderId));
  const groups = groupBy(units, ({ ownerId }) => ownerId);
  const links: Record<'first' | 'again', Map<string, ToTell[]>> = { first: new Map(), again: new Map() };
  for (const [, own] of groups) {
    if (!own.some(isReached)) {
      await fail(ctx, own);
      continue;
    }
    const linkId = own.find((unit) => unit.linkId)?.linkId ?? randomUUID();
    links[own.some(({ state }) => state === 'PLANNED') ? 'first' : 'again'].set(linkId, own);
  }
  for (const which of ['first', 'again'] as const) await send(ctx, recallId, links[which], which === 'again');
  return true;
}

async function fail(ctx: Ctx, own: readonly ToTell[]): Promise<void> {
  const ids = own.map(({ id }) => id);
  const failed = { state: 'FAILED', toldAt: ctx.now, changedAt: ctx.now } as const;
  await ctx.db.recallUnit.updateMany({ where: { id: { in: ids } }, data: failed });
  await ctx.db.recallUnitStep.createMany({ data: ids.map((id) => step(ctx, id, 'FAILED')) });
}

async function send(ctx: Ctx, recallId: string, links: ReadonlyMap<string, ToTell[]>, again: boolean): Promise<void> {
  if (links.size === 0) return;
  const eventId = await ctx.emit('recall.told', { recallId, links: [...links.keys()], again });
  const kind = again ? 'recall.reminded' : 'recall.told';
  const told = { toldAt: ctx.now, changedAt: ctx.now, told: { increment: 1 } };
  for (const [linkId, own] of links) {
    const sent = own.filter(({ state }) => state === 'PLANNED').map(({ id }) => id);
    const mailKey = `${eventId}:${own[0]!.ownerId}:${kind}`;
    const ids = own.map(({ id }) => id);
    await ctx.db.recallUnit.updateMany({ where: { id: { in: ids } }, data: { ...told, linkId, mailKey } });
    await ctx.db.recallUnit.updateMany({ where: { id: { in: sent } }, data: { state: 'SENT' } });
    await ctx.db.recallUnitStep.createMany({ data: sent.map((id) => step(ctx, id, 'SENT')) });
  }
}

/** Notes of mails whether the mail server took them, a hundred at most, or has not for three days; answers how many. */
export async function followMails(ctx: Ctx): Promise<number> {
  const failedBefore = new Date(ctx.now.getTime() - failsAfter);
  const mailed = await listMailed(ctx.db, { failedBefore, limit: 100 });
  for (const state of ['DELIVERED', 'FAILED'] as const) {
    const ids = mailed.filter(({ sent }) => sent === (state === 'DELIVERED')).map(({ id }) => id);
    // Whose owner has answered meanwhile is further by now.
    const moved = await ctx.db.recallUnit.updateManyAndReturn({
      where: { id: { in: ids }, state: 'SENT' },
      data: { state, changedAt: ctx.now },
      select: { id: true },
    });
    await ctx.db.recallUnitStep.createMany({ data: moved.map(({ id }) => step(ctx, id, state)) });
  }
  return mailed.length;
}

/**
 * Units that have another owner from now on are told anew in every recall that has not mended them: what the owner before answered is over, and their
 * link opens them no more. That of a closed recall is told once it is opened again.
 */
export async function renewUnits(
  ctx: Ctx,
  { unitIds, ownerId }: { unitIds: readonly string[]; ownerId: string },
): Promise<number> {
  const renewed = await ctx.db.recallUnit.updateManyAndReturn({
    where: {
      ...{ unitId: { in: [...unitIds] }, ...dangerous, recall: { state: { in: ['OPEN', 'CLOSED'] } } },
      OR: [{ ownerId: null }, { ownerId: { not: ownerId } }],
    },
    data: {
      ...{ state: 'PLANNED', ownerId, linkId: null, mailKey: null, toldAt: null, stoppedAt: null, remedy: null },
      changedAt: ctx.now,
    },
    select: { id: true },
  });
  await ctx.db.recallUnitStep.createMany({ data: renewed.map(({ id }) => step(ctx, id, 'PLANNED')) });
  return renewed.length;
}

const step = ({ now }: Ctx, recallUnitId: string, state: 'PLANNED' | 'SENT' | 'DELIVERED' | 'FAILED') => ({
  ...{ id: uuid7(now), recallUnitId, state, at: now },
});
