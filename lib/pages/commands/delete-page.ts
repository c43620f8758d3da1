import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canEditPages } from '../policy';
import type { DeletePage } from '../schema';

/** Deletes a page that was never published, with its history; refuses another one, and who saw an older version of it. */
export async function deletePage(ctx: Ctx, { pageId, shown }: DeletePage): Promise<void> {
  allow(canEditPages(ctx.actor));
  const page = found(
    await ctx.db.page.findUnique({ where: { id: pageId }, select: { title: true, titleZh: true, publishedAt: true } }),
  );
  if (page.publishedAt) throw new Refused('page-was-public', 'the page was published');
  const { count } = await ctx.db.page.deleteMany({ where: { id: pageId, version: shown, publishedAt: null } });
  if (count === 0) throw new Refused('page-changed-delete', 'the page was changed meanwhile');
  await audit(ctx, { act: 'page.delete', subject: ['page', pageId], detail: { title: page.title || page.titleZh } });
}
