import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { getHeardVoice } from '@/lib/ownership/queries/voices';
import { whoReads } from '@/lib/forum/seen-boards';
import { notify } from '@/lib/notifications/commands';

/** Lets an owner know that their answer was read, and which idea it speaks for now. */
export async function onOwnerHeard(ctx: Ctx, event: Happened<'owner.heard'>): Promise<void> {
  const voice = await getHeardVoice(ctx, event.payload);
  if (!voice) return;
  const { memberId, product, idea, path } = voice;
  const open = idea && (await whoReads(ctx, [idea.threadId], [memberId])).has(memberId) ? idea : null;
  await notify(ctx, {
    memberId,
    kind: 'ownerHeard',
    data: { product, title: open?.title ?? '', how: open ? 'linked' : 'noted' },
    path: open?.path ?? path,
    eventId: event.id,
  });
}
