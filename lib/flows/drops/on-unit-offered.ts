import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { getToldOffer } from '@/lib/drops/queries/waitlist';
import { tell } from '@/lib/notifications/commands';

/** Tells a member who waited that a unit came back and is held for them, and until when. */
export async function tellOfOffer(ctx: Ctx, { id: eventId, payload }: Happened<'unit.offered'>): Promise<void> {
  const offer = await getToldOffer(ctx, payload);
  if (!offer) return;
  const {
    memberId,
    drop,
    allotment: { variant },
    heldUntil,
  } = offer;
  const data = { title: named(drop), variant: named(variant), until: momentUtc(heldUntil) };
  await tell(ctx, { memberId, kind: 'unitOffered', data, path: paths.checkout(payload.claimId), eventId });
}
