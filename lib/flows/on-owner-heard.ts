import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { paths } from '@/lib/core/paths';
import { getHeardVoice } from '@/lib/feedback/queries/voices';
import { notify } from '@/lib/notifications/commands';

/** Lets an owner know that their answer was read, and which idea it speaks for now. */
export async function onOwnerHeard(ctx: Ctx, event: Happened<'owner.heard'>): Promise<void> {
  const voice = await getHeardVoice(ctx, event.payload);
  if (!voice) return;
  const path = voice.thread ? paths.thread(voice.thread) : paths.product(voice.handle);
  const data = { product: voice.product, title: voice.thread?.title ?? '', how: voice.thread ? 'linked' : 'noted' };
  await notify(ctx, { memberId: voice.memberId, kind: 'ownerHeard', data, path, eventId: event.id });
}
