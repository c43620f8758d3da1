import { currentBrand } from '@/lib/core/current-brand';
import type { RecordedEvent } from '@/lib/core/events';
import { forEachLocale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { creditNotices } from '@/lib/credit/notices';
import { getIssued } from '@/lib/credit/queries';
import { notifyOf } from '@/lib/notifications/notify-of';

/** Tells a member that they were given credit; why stands in the staff's log alone. */
export const tellOfCredit = notifyOf(
  creditNotices['credit.issued'],
  async (ctx, { payload: { accountId, amountMinor } }: RecordedEvent<'credit.issued'>) => {
    const account = await getIssued(ctx, { accountId });
    if (!account?.memberId) return null;
    const { currency: home } = await currentBrand(ctx.db);
    const amount = forEachLocale((locale) => formatMoney(amountMinor, account.currency, locale, home));
    return { memberId: account.memberId, data: { amount } };
  },
);
