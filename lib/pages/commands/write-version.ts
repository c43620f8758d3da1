import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';

import type { Edited, PagePart } from '../parts';

/** Keeps a page as it was just saved, for its history. */
export async function writeVersion(ctx: Ctx, page: Edited, parts: PagePart[]): Promise<void> {
  const { id: pageId, version, state, publishedAt: _, ...data } = page;
  const row = { pageId, version, state, data: data as Prisma.InputJsonObject, parts };
  await ctx.db.pageVersion.create({ data: { ...row, actorId: memberId(ctx.actor), at: ctx.now } });
}
