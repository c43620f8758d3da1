import type { RecordedEvent } from '@/lib/core/events';
import { feedbackNotices } from '@/lib/feedback/notices';
import { getIdeaForNotice } from '@/lib/feedback/queries/audience';
import { membersWhoCanRead } from '@/lib/forum/visible-boards';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells a member that what they wrote has become an idea of theirs. */
export const onIdeaMade = notifyOf(
  feedbackNotices['idea.made'],
  async (ctx, { payload, actorId }: RecordedEvent<'idea.made'>) => {
    const idea = await getIdeaForNotice(ctx, payload);
    if (!idea || idea.authorId === actorId) return null;
    if (!(await membersWhoCanRead(ctx, [idea.threadId], [idea.authorId])).has(idea.authorId)) return null;
    const { authorId: memberId, title, product, path } = idea;
    return { memberId, data: { title, product, path, from: payload.from } };
  },
);
