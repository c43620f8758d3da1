import type { RecordedEvent } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { localizedName } from '@/lib/core/locale';
import { dropNotices } from '@/lib/drops/notices';
import { getFCodeForNotice } from '@/lib/drops/queries/f-codes';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells a member that an F-code is theirs. The code itself is in no mail: their drop page redeems it without typing. */
export const tellOfFCode = notifyOf(
  dropNotices['fCode.issued'],
  async (ctx, { payload }: RecordedEvent<'fCode.issued'>) => {
    const code = await getFCodeForNotice(ctx, payload);
    if (!code) return null;
    const { boundTo, drop, tail, expiresAt } = code;
    return {
      memberId: boundTo.id,
      data: { title: localizedName(drop), slug: drop.slug, tail, until: momentUtc(expiresAt) },
    };
  },
);
