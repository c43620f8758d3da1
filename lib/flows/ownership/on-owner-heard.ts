import type { RecordedEvent } from '@/lib/core/events';
import { membersWhoCanRead } from '@/lib/forum/visible-boards';
import { notifyOf } from '@/lib/notifications/notify-of';
import { ownershipNotices } from '@/lib/ownership/notices';
import { getVoiceForNotice } from '@/lib/ownership/queries/voices';

/** Lets an owner know that their answer was read, and which idea it speaks for now. */
export const onOwnerHeard = notifyOf(
  ownershipNotices['owner.heard'],
  async (ctx, { payload }: RecordedEvent<'owner.heard'>) => {
    const voice = await getVoiceForNotice(ctx, payload);
    if (!voice) return null;
    const { memberId, product, idea, path } = voice;
    const open = idea && (await membersWhoCanRead(ctx, [idea.threadId], [memberId])).has(memberId) ? idea : null;
    const how = open ? ('linked' as const) : ('noted' as const);
    return { memberId, data: { product, title: open?.title ?? '', how, path: open?.path ?? path } };
  },
);
