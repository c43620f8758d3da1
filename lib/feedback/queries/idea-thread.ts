import type { Reading } from '@/lib/core/context';

/** The thread that an idea is; null when there is no such idea. */
export async function getIdeaThread(
  { db }: Pick<Reading, 'db'>,
  { ideaId }: { ideaId: string },
): Promise<string | null> {
  const idea = await db.idea.findUnique({ where: { id: ideaId }, select: { threadId: true } });
  return idea?.threadId ?? null;
}
