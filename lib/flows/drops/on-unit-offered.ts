import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { localizedName } from '@/lib/core/locale';
import { dropNotices } from '@/lib/drops/notices';
import { getOfferForNotice } from '@/lib/drops/queries/waitlist';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells a member who waited that a unit came back and is held for them, and until when. */
export const tellOfOffer = notifyOf(
  dropNotices['unit.offered'],
  async (ctx, { payload: { claimId } }: RecordedEvent<'unit.offered'>) => {
    const offer = await getOfferForNotice(ctx, { claimId });
    if (!offer) return null;
    const { memberId, drop, allotment, heldUntil } = offer;
    const variant = localizedName(allotment.variant);
    return { memberId, data: { title: localizedName(drop), variant, until: momentUtc(heldUntil), claimId } };
  },
);
