import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { pagesTag } from '../choices/tag';
import { canEditPages } from '../policy';
import type { MovePage } from '../schema';

/** Moves a page of one's own by one place, in the list, the menu and the footer; at the end it stays. Moves take turns, so that none undoes another. */
export async function movePage(ctx: Ctx, { pageId, to }: MovePage): Promise<void> {
  allow(canEditPages(ctx.actor));
  await takeTurns(ctx.db, 'pages.movePage');
  const pages = await ctx.db.page.findMany({
    where: { kind: 'OWN' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, titleZh: true },
  });
  const at = pages.findIndex(({ id }) => id === pageId);
  const page = found(pages[at]);
  const other = to === 'up' ? at - 1 : at + 1;
  if (!pages[other]) return;
  const order = pages.map(({ id }) => id);
  [order[at], order[other]] = [order[other]!, order[at]!];
  await ctx.db.$executeRaw`
    UPDATE "Page" p SET "position" = o.place FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE p."id" = o.id AND p."position" <> o.place`;
  await audit(ctx, { act: 'page.move', subject: ['page', pageId], detail: { title: page.title || page.titleZh } });
  ctx.touch(pagesTag);
}
