import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { dropNotices } from '@/lib/drops/notices';
import { getOfferForNotice } from '@/lib/drops/queries/waitlist';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells a member who waited that a unit came back and is held for them, and until when. */
export const tellOfOffer = notifyOf(
  dropNotices['unit.offered'],
  async (ctx, { payload: { claimId } }: Happened<'unit.offered'>) => {
    const offer = await getOfferForNotice(ctx, { claimId });
    if (!offer) return null;
    const { memberId, drop, allotment, heldUntil } = offer;
    const variant = named(allotment.variant);
    return { memberId, data: { title: named(drop), variant, until: momentUtc(heldUntil), claimId } };
  },
);
