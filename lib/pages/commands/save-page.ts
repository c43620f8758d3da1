import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { pagesTag } from '../choices/tag';
import { changedParts, editedFields, type Edited } from '../parts';
import { canEditPages, canMovePage } from '../policy';
import type { SavePage } from '../schema';
import { addressFor, keepOldAddress } from './address-for';
import { changedMeanwhile } from './changed-meanwhile';
import { renderBlocks } from '../render-blocks';
import { nextPosition } from './next-position';
import { requirePublishable } from './require-publishable';
import { writeVersion } from './write-version';

type Saved = { id: string; version: number };

/**
 * Saves a page as staff wrote it, or makes one; where it is published everybody reads it from that moment. Refuses who saw an older
 * version, and says who saved what meanwhile.
 */
export async function savePage(ctx: Ctx, input: SavePage): Promise<Saved> {
  allow(canEditPages(ctx.actor));
  const { pageId, shown, locale } = input;
  const before = pageId ? found(await ctx.db.page.findUnique({ where: { id: pageId }, select: editedFields })) : null;
  if (before && before.version !== shown) throw await changedMeanwhile(ctx, before.id, shown, locale);
  if (!canMovePage(before?.state ?? null, input.state))
    throw new Refused('page-move', 'no such move', { field: 'state' });
  const kind = before?.kind ?? 'OWN';
  if (input.state === 'PUBLISHED') await requirePublishable(ctx, { ...input, id: before?.id ?? null, kind });
  const rendered = await renderBlocks(ctx, input.blocks);
  const { title, titleZh, description, descriptionZh, blocks, state, place } = input;
  const data = {
    ...{ title, titleZh, description, descriptionZh, blocks, rendered, state, place, updatedAt: ctx.now },
    slug: kind === 'OWN' ? await addressFor(ctx, before, input) : null,
    ...(state === 'PUBLISHED' && before?.state !== 'PUBLISHED' && { publishedAt: ctx.now }),
    ...(before?.place !== place && { position: await nextPosition(ctx) }),
  };
  const after = before ? await change(ctx, before, data, input) : await make(ctx, data);
  if (before) await keepOldAddress(ctx, before, after);
  const parts = before ? changedParts(before, after) : [];
  await writeVersion(ctx, after, parts);
  await audit(ctx, {
    act: actOf(before, after),
    subject: ['page', after.id],
    detail: { version: after.version, title: title || titleZh, parts },
  });
  ctx.touch(pagesTag);
  return { id: after.id, version: after.version };
}

type Data = Omit<Parameters<Ctx['db']['page']['create']>[0]['data'], 'createdAt'>;

function make(ctx: Ctx, data: object): Promise<Edited> {
  return ctx.db.page.create({ data: { ...(data as Data), createdAt: ctx.now } as never, select: editedFields });
}

// Of two who save at once, the second waits here for the first, and then finds another version.
async function change(ctx: Ctx, { id }: Edited, data: object, { shown, locale }: SavePage): Promise<Edited> {
  const [saved] = await ctx.db.page.updateManyAndReturn({
    where: { id, version: shown },
    data: { ...data, version: { increment: 1 } },
    select: editedFields,
  });
  if (saved) return saved;
  throw await changedMeanwhile(ctx, id, shown, locale);
}

function actOf(before: Edited | null, after: Edited): string {
  if (before?.state !== after.state && after.state === 'PUBLISHED') return 'page.publish';
  if (!before) return 'page.make';
  return before.state !== after.state ? 'page.withdraw' : 'page.save';
}
