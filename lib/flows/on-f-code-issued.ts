import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { formatDateTime } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { getToldFCode } from '@/lib/drops/queries/f-codes';
import { tell } from '@/lib/notifications/commands';

/** Tells a member that an F-code is theirs. The code itself is in no mail: their drop page redeems it without typing. */
export async function tellOfFCode(ctx: Ctx, { id: eventId, payload }: Happened<'fCode.issued'>): Promise<void> {
  const code = await getToldFCode(ctx, payload);
  if (!code) return;
  const { boundTo, drop, expiresAt } = code;
  const locale = boundTo.locale === 'zh' ? 'zh' : 'en';
  const data = { title: localText(locale, drop.title, drop.titleZh), tail: code.tail, until: `${formatDateTime(expiresAt, locale)} UTC` };
  await tell(ctx, { memberId: boundTo.id, kind: 'fCodeIssued', data, path: paths.drop(drop.slug), eventId });
}
