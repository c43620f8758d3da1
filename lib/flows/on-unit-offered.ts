import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { formatDateTime } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { getToldOffer } from '@/lib/drops/queries/waitlist';
import { tell } from '@/lib/notifications/commands';

/** Tells a member who waited that a unit came back and is held for them, and until when. */
export async function tellOfOffer(ctx: Ctx, { id: eventId, payload }: Happened<'unit.offered'>): Promise<void> {
  const offer = await getToldOffer(ctx, payload);
  if (!offer) return;
  const { memberId, member, drop, allotment: { variant }, heldUntil } = offer;
  const locale = member.locale === 'zh' ? 'zh' : 'en';
  const data = { title: localText(locale, drop.title, drop.titleZh), variant: localText(locale, variant.title, variant.titleZh), until: `${formatDateTime(heldUntil, locale)} UTC` };
  await tell(ctx, { memberId, kind: 'unitOffered', data, path: paths.checkout(payload.claimId), eventId });
}
