import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { allow, found, Refused } from '@/lib/core/errors';
import { withoutStrangers } from '@/lib/core/markdown';
import { freeSlug } from '@/lib/core/slug';
import { runSlow } from '@/lib/outside/slow';

import type { EditProduct } from '../edit-schema';
import { withLines } from '../choices/metafield-lines';
import { canEditProducts, canMove } from '../policy';
import { changedMeanwhile, changedParts } from './changed-meanwhile';
import { editVariants } from './edit-variants';
import { editedFields } from './edited-fields';

/**
 * Saves a product as staff wrote it, or makes one; it is public from that moment, or from the moment that they chose. Refuses who
 * saw an older version, and says who saved what meanwhile.
 */
export async function editProduct(ctx: Ctx, input: EditProduct): Promise<{ id: string; version: number }> {
  allow(canEditProducts(ctx.actor));
  const status = input.state === 'SCHEDULED' ? 'DRAFT' : input.state;
  const publishAt = input.state === 'SCHEDULED' ? (input.publishAt ?? null) : null;
  const before = input.productId
    ? found(await ctx.db.product.findUnique({ where: { id: input.productId }, select: editedFields }))
    : null;
  if (before && before.version !== input.shown)
    throw await changedMeanwhile(ctx, { ...before, shown: input.shown }, input.locale);
  if (!canMove(before?.status ?? null, status)) throw new Refused('product-move', 'no such move', { field: 'state' });
  if (publishAt && publishAt <= ctx.now && publishAt.getTime() !== before?.publishAt?.getTime())
    throw new Refused('publish-in-past', 'the moment has passed', { field: 'publishAt' });
  const html = await render(input.markdown, 'markdown');
  const htmlZh = await render(input.markdownZh, 'markdownZh');
  const data = {
    ...textsOf(input),
    html,
    htmlZh,
    metafields: withLines(before?.metafields, input.specifications),
    metafieldsZh: withLines(before?.metafieldsZh, input.specificationsZh),
    optionNames: input.grid.optionNames,
    status,
    publishAt,
    updatedAt: ctx.now,
  };
  const saved = before ? await change(ctx, before, data, input) : await make(ctx, data);
  const variants = await editVariants(ctx, saved.id, input.grid.variants);
  const after = found(await ctx.db.product.findUnique({ where: { id: saved.id }, select: editedFields }));
  const parts = [
    ...(before ? changedParts(before, after) : []),
    ...(before && variants ? (['variants'] as const) : []),
  ];
  await ctx.db.productChange.create({
    data: { productId: saved.id, version: saved.version, actorId: memberId(ctx.actor), parts, at: ctx.now },
  });
  const detail = { version: saved.version, title: input.title, parts };
  await audit(ctx, { act: before ? 'product.edit' : 'product.make', subject: ['product', saved.id], detail });
  await ctx.emit('product.changed', { productId: saved.id });
  ctx.touch('products', `product:${saved.handle}`, 'drops', 'home');
  return { id: saved.id, version: saved.version };
}

type Data = Parameters<Ctx['db']['product']['create']>[0]['data'];
type Saved = { id: string; handle: string; version: number };

async function make(ctx: Ctx, data: object): Promise<Saved> {
  const { title } = data as { title: string };
  const taken = async (handles: string[]) => {
    const rows = await ctx.db.product.findMany({ where: { handle: { in: handles } }, select: { handle: true } });
    return rows.map(({ handle }) => ({ slug: handle }));
  };
  const handle = await freeSlug(ctx, { kind: 'product', title, taken });
  const select = { id: true, handle: true, version: true };
  return ctx.db.product.create({ data: { ...data, handle, createdAt: ctx.now } as Data, select });
}

// Of two who save at once, the second waits here for the first, and then finds another version.
async function change(
  ctx: Ctx,
  { id }: { id: string },
  data: object,
  { shown, locale }: Pick<EditProduct, 'shown' | 'locale'>,
): Promise<Saved> {
  const [saved] = await ctx.db.product.updateManyAndReturn({
    where: { id, version: shown },
    data: { ...data, version: { increment: 1 } },
    select: { id: true, handle: true, version: true },
  });
  if (saved) return saved;
  const now = found(await ctx.db.product.findUnique({ where: { id }, select: editedFields }));
  throw await changedMeanwhile(ctx, { ...now, shown }, locale);
}

function textsOf(input: EditProduct) {
  const { title, titleZh, tagline, taglineZh, markdown, markdownZh, vendor, type } = input;
  const { warnings, warningsZh, manufacturer, responsible } = input;
  return {
    ...{ title, titleZh, tagline, taglineZh, markdown, markdownZh, vendor, type },
    ...{ warnings, warningsZh, manufacturer, responsible },
  };
}

// Names with an @ stay words: a description calls nobody.
async function render(markdown: string, field: string): Promise<string> {
  if (!markdown) return '';
  const { html, fits } = await runSlow('render', { markdown, origin: env.PUBLIC_URL }, { first: true });
  if (!fits) throw new Refused('too-much-markup', 'more markup than a product can hold', { field });
  return withoutStrangers(html, () => false);
}
