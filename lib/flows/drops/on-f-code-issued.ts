import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { momentUtc } from '@/lib/core/i18n';
import { named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { getToldFCode } from '@/lib/drops/queries/f-codes';
import { tell } from '@/lib/notifications/commands';

/** Tells a member that an F-code is theirs. The code itself is in no mail: their drop page redeems it without typing. */
export async function tellOfFCode(ctx: Ctx, { id: eventId, payload }: Happened<'fCode.issued'>): Promise<void> {
  const code = await getToldFCode(ctx, payload);
  if (!code) return;
  const { boundTo, drop, expiresAt } = code;
  const data = { title: named(drop), tail: code.tail, until: momentUtc(expiresAt) };
  await tell(ctx, { memberId: boundTo.id, kind: 'fCodeIssued', data, path: paths.drop(drop.slug), eventId });
}
