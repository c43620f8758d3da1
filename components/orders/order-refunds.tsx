import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import type { OwnOrder } from '@/lib/orders/queries';

const looks = {
  PENDING: ['info', 'refundPending', 'paidTwiceBody'],
  DONE: ['positive', 'refundDone', 'paidTwiceDone'],
  FAILED: ['warning', 'refundFailed', 'paidTwiceFailed'],
} as const;

const kept = ['PAID', 'SHIPPED', 'DELIVERED'];

type Refunded = Pick<OwnOrder, 'state' | 'currency'> & {
  refunds: (Pick<OwnOrder['refunds'][number], 'id' | 'state' | 'amountMinor' | 'reason'> & {
    toCredit?: boolean;
    payment?: { provider: string };
  })[];
};

/** What the buyer gets back and how far it is: one notice for each refund. One of a second payment says that the order is kept. */
export function OrderRefunds({ order, locale, home }: { order: Refunded; locale: Locale; home: string }) {
  const t = translator(locale, 'orders');
  return order.refunds.map(({ id, state, amountMinor, reason, toCredit, payment }) => {
    const twice = reason === 'paid-twice' && kept.includes(order.state);
    const [tone, usual, ofSecond] = looks[state];
    const isCredit = toCredit || payment?.provider === 'credit';
    const plain = isCredit && state === 'DONE' ? 'refundCredited' : usual;
    return (
      <Notice key={id} tone={tone} title={t(twice ? 'order.paidTwiceTitle' : 'order.refund')}>
        {t(`order.${twice ? ofSecond : plain}`, { amount: formatMoney(amountMinor, order.currency, locale, home) })}
      </Notice>
    );
  });
}
