import { GiveBack } from '@/components/drops/give-back';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { LookAgain } from '@/components/ui/look-again';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { AskedOrder } from '@/lib/orders/asked-order';
import type { OwnOrder } from '@/lib/orders/queries';

import { HoldCountdown } from './hold-countdown';
import { PayAgain } from './pay-again';
import { WithdrawOrder } from './withdraw-order';

type Props = {
  order: OwnOrder;
  locale: Locale;
  /** What the buyer asked for it by. */
  asked: AskedOrder;
  /** The buyer comes back from the payment page. */ returned: boolean;
  now: Date;
};

/** What matters most about an order right now. */
export function OrderNotice({ order, locale, asked, returned, now }: Props) {
  const t = translator(locale, 'orders');
  const [late, lateBack] = [
    order.steps.some(({ kind }) => kind === 'LATE_PAYMENT'),
    order.refunds.some(({ reason }) => reason === 'late-payment'),
  ];
  if (order.payments.some(({ state }) => state === 'REVIEW'))
    return (
      <Notice tone="danger" title={t('order.reviewTitle')}>
        {t('order.reviewBody')}
      </Notice>
    );
  if (order.state === 'PENDING') return <Waiting {...{ order, locale, asked, returned, now, t }} />;
  // Its parcels say the rest.
  if (order.state === 'PAID' && order.shipments.length > 0) return null;
  if (order.state === 'PAID')
    return (
      <Notice tone="positive" title={t('order.thanks')}>
        {late ? t('lateKept') : t('order.thanksBody')}
      </Notice>
    );
  if (lateBack && order.state !== 'SHIPPED' && order.state !== 'DELIVERED')
    return (
      <Notice tone="warning" title={t('order.lateRefundTitle')}>
        {t('order.lateRefundBody')}
      </Notice>
    );
  const limit = order.steps.find(({ note }) => note === 'limit-address' || note === 'limit-payment')?.note as
    'limit-address' | 'limit-payment' | undefined;
  if (limit)
    return (
      <Notice tone="warning" title={t('order.limitTitle')}>
        {t(`notes.${limit}`)}
      </Notice>
    );
  if (order.state === 'CANCELLED')
    return (
      <Notice tone="info" title={t('order.cancelledTitle')}>
        {t(cancelledBody(order))}
      </Notice>
    );
  return null;
}

// By the note that its last step bears; a buyer of the shop finds what was to be bought in the cart.
function cancelledBody({ steps }: OwnOrder) {
  const notes = steps.map(({ note }) => note);
  if (notes.includes('withdrawn')) return 'order.withdrawnBody' as const;
  if (notes.includes('unpaid')) return 'order.unpaidBody' as const;
  return notes.includes('given-back') ? ('order.givenBackBody' as const) : ('order.cancelledBody' as const);
}

type Words = ReturnType<typeof translator<'orders'>>;

function Waiting({ order, locale, asked, returned, now, t }: Props & { t: Words }) {
  const heldUntil = order.claim?.heldUntil ?? order.heldUntil ?? now;
  const failed = order.payments[0]?.state === 'FAILED' || order.payments[0]?.state === 'EXPIRED';
  if (returned && !failed) {
    return (
      <Notice tone="accent" title={t('order.waiting')}>
        <p>{t('order.checking')}</p>
        <LookAgain />
      </Notice>
    );
  }
  const open = heldUntil > now;
  return (
    <div className="grid gap-3">
      <Notice
        tone="warning"
        title={
          <span className="flex flex-wrap items-baseline gap-x-3">
            {t('order.waiting')} {open && <HoldCountdown to={heldUntil.toISOString()} now={now.getTime()} />}
          </span>
        }
        action={
          open && <PayAgain order={asked} locale={locale} label={failed ? t('order.payAgain') : t('order.payNow')} />
        }
      >
        {t.rich('order.waitingBody', { time: () => <DateTime at={heldUntil} locale={locale} format="moment" /> })}
      </Notice>
      {/* A gateway may say that a session has ended before it says that it was paid. */}
      {returned && <LookAgain />}
      {open && order.claimId && <GiveBack claimId={order.claimId} />}
      {open && !order.claimId && <WithdrawOrder order={asked} locale={locale} />}
    </div>
  );
}
