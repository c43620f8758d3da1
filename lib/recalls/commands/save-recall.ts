import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { freeSlug } from '@/lib/core/slug';
import { plainIdentifier } from '@/lib/units/published';

import { recallsTag } from '../choices/tag';
import { canRunRecalls } from '../policy';
import { mostListed, type RecallState, type SaveRecall } from '../schema';
import { isRange } from '../serial-range';
import { lockRecall } from '../sql';

/**
 * Writes a recall, or changes it: which units it means only before it is published, its words while it is open too. Refuses who saw an older version
 * (`recall-changed`), what is over (`recall-moved`), a scope that means nothing (`recall-range`, `recall-list`, `recall-dates`, `recall-sku`), and fewer
 * than one remedy (`recall-remedies`).
 */
export async function saveRecall(ctx: Ctx, input: SaveRecall): Promise<{ id: string }> {
  allow(canRunRecalls(ctx.actor));
  const { recallId, shown } = input;
  if (input.remedies.length === 0) throw new Refused('recall-remedies', 'no remedy', { field: 'remedies' });
  const state = recallId === undefined ? 'DRAFT' : await heldState(ctx, recallId, shown);
  const scope = state === 'DRAFT' ? await readScope(ctx, input) : {};
  const { title, titleZh, cause, causeZh, danger, dangerZh, task, taskZh } = input;
  const said = { title, titleZh, cause, causeZh, danger, dangerZh, task, taskZh, remedies: input.remedies };
  const id = recallId ?? uuid7(ctx.now);
  if (recallId === undefined) {
    const taken = (slugs: string[]) =>
      ctx.db.recall.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
    const slug = await freeSlug(ctx, { kind: 'recall', title, taken });
    const made = { ...(scope as Scope), ...said, id, slug, createdAt: ctx.now, changedAt: ctx.now };
    await ctx.db.recall.create({ data: made });
    await ctx.db.recallStep.create({ data: { recallId: id, state: 'DRAFT', byId: memberId(ctx.actor), at: ctx.now } });
  } else {
    const changed = { ...scope, ...said, version: { increment: 1 }, changedAt: ctx.now };
    await ctx.db.recall.update({ where: { id }, data: changed });
    if (state !== 'DRAFT') ctx.touch(recallsTag);
  }
  await audit(ctx, { act: 'recall.save', subject: ['recall', id], detail: { title } });
  return { id };
}

async function heldState(ctx: Ctx, recallId: string, shown: number): Promise<RecallState> {
  found(await lockRecall(ctx.db, recallId), 'recall');
  const { version, state } = await ctx.db.recall.findUniqueOrThrow({
    where: { id: recallId },
    select: { version: true, state: true },
  });
  if (state === 'CLOSED' || state === 'WITHDRAWN')
    throw new Refused('recall-moved', 'it is over', { values: { state } });
  if (version !== shown) throw new Refused('recall-changed', 'somebody else changed it');
  return state;
}

type Scope = Awaited<ReturnType<typeof readScope>>;

async function readScope(ctx: Ctx, input: SaveRecall) {
  const { scope, productId, sku } = input;
  const [product] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT p."id"::text AS id FROM catalog.product p WHERE p."id" = ${productId}::uuid`;
  found(product, 'product');
  return {
    ...{ scope, productId, variantId: await readVariant(ctx, productId, sku) },
    ...{ serialFrom: '', serialTo: '', serials: [], dates: null, from: null, until: null },
    ...narrowed(input),
  };
}

async function readVariant(ctx: Ctx, productId: string, sku: string): Promise<string | null> {
  if (sku === '') return null;
  const [variant] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT v."id"::text AS id FROM catalog.variant v WHERE v."sku" = ${sku} AND v."productId" = ${productId}::uuid`;
  if (!variant) throw new Refused('recall-sku', 'no such variant of it', { field: 'sku' });
  return variant.id;
}

function narrowed({ scope, ...input }: SaveRecall) {
  if (scope === 'RANGE') {
    const [serialFrom, serialTo] = [plainIdentifier(input.serialFrom), plainIdentifier(input.serialTo)];
    if (!isRange(serialFrom, serialTo)) throw new Refused('recall-range', 'no range', { field: 'serialTo' });
    return { serialFrom, serialTo };
  }
  if (scope === 'LIST') {
    const serials = [
      ...new Set(
        input.serials
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(plainIdentifier),
      ),
    ];
    if (serials.length === 0 || serials.length > mostListed)
      throw new Refused('recall-list', 'none or too many', { field: 'serials', values: { most: mostListed } });
    return { serials };
  }
  if (scope === 'GOODS') return {};
  const { dates, from, until } = input;
  if (!from || !until || from >= until) throw new Refused('recall-dates', 'no time', { field: 'until' });
  return { dates, from, until };
}
