import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { getToldIdea } from '@/lib/feedback/queries/audience';
import { whoReads } from '@/lib/forum/seen-boards';
import { tellMany } from '@/lib/notifications/tell-many';

/** Tells a member that what they wrote has become an idea of theirs. */
export async function onIdeaMade(ctx: Ctx, event: Happened<'idea.made'>): Promise<void> {
  const idea = await getToldIdea(ctx, event.payload);
  if (!idea || idea.authorId === event.actorId) return;
  if (!(await whoReads(ctx, [idea.threadId], [idea.authorId])).has(idea.authorId)) return;
  const data = { title: idea.title, product: idea.product, from: event.payload.from };
  await tellMany(ctx, { memberIds: [idea.authorId], kind: 'ideaMade', data, path: idea.path, eventId: event.id });
}
