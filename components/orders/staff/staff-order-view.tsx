import { randomUUID } from 'node:crypto';

import type { ReactNode } from 'react';

import { InvoiceList } from '@/components/invoices/invoice-list';
import { MemberLink } from '@/components/members/member-link';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { LookAgain } from '@/components/ui/look-again';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { listed, localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { pieces } from '@/lib/orders/choices/item-words';
import { lineTitle } from '@/lib/orders/schema';
import { isPartlySent, unsentOf, type Pieces } from '@/lib/orders/choices/parcels';
import type { LabelChoice } from '@/lib/flows/orders/label-choices';
import type { OrderActs } from '@/lib/orders/policy';
import type { StaffOrder } from '@/lib/orders/staff-queries';

import { countryName } from '../address-block';
import { OrderStateBadge } from '../order-state';
import { OrderTimeline } from '../order-timeline';
import { ParcelEvents } from '../parcels';
import { labelOf } from './label-of';
import { OpenOrderForm } from './open-order-form';
import { OrderNotes } from './order-notes';
import { StaffOrderActs } from './staff-order-acts';
import { StaffOrderAlerts } from './staff-order-alerts';
import { StaffOrderGoods } from './staff-order-goods';

type Props = {
  order: StaffOrder;
  locale: Locale;
  can: OrderActs;
  entries: ReactNode;
  choices: LabelChoice[];
  readerId: string;
};

/** One order for staff: what happened, what can be done, and, for a reason, where it goes. */
export async function StaffOrderView({ order, locale, can, entries, choices, readerId }: Props) {
  const home = await homeCurrency();
  const t = translator(locale, 'orders');
  const crumbs = [{ label: t('staff.title'), href: inLocale(locale, paths.staff('orders')) }, { label: order.number }];
  const refunding = order.payments.some(
    ({ surplusAt, refunds }) => !surplusAt && refunds.some(({ state }) => state === 'PENDING'),
  );
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('staff.title')} />}
        title={t('order.title', { number: order.number })}
        meta={<Meta order={order} locale={locale} />}
      />
      {refunding && <LookAgain />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          <StaffOrderAlerts number={order.number} alerts={alertsOf(order, locale, home)} />
          <Card as="section">
            <SectionHead title={t('order.timeline')} />
            <OrderTimeline steps={order.steps} locale={locale} staff />
          </Card>
          <Followed order={order} locale={locale} />
          <StaffOrderGoods order={order} locale={locale} home={home} />
          {entries}
        </div>
        <div className="grid min-w-0 gap-6">
          <StaffOrderActs
            number={order.number}
            state={order.state}
            total={formatMoney(leftOf(order), order.currency, locale, home)}
            leftMinor={leftOf(order)}
            currency={order.currency}
            can={can}
            refunding={refunding}
            isOfDrop={order.drop !== null}
            hasAccount={order.guestEmail === null}
            left={leftToSend(order, locale)}
            parcels={onTheWay(order, locale)}
            locale={locale}
            {...labelOf(order, choices, locale)}
          />
          <InvoiceList
            invoices={order.invoices.map((each) => ({
              ...each,
              href: inLocale(locale, paths.staff('orders', order.number, 'invoice', each.id)),
            }))}
            hint={translator(locale, 'invoices')('staffHint')}
            locale={locale}
          />
          <OrderNotes order={order} readerId={readerId} once={randomUUID()} locale={locale} />
          <OpenOrderForm number={order.number} country={countryName(order.shipCountry, locale)} />
        </div>
      </div>
    </div>
  );
}

// What carriers said of its parcels.
function Followed({ order, locale }: { order: StaffOrder; locale: Locale }) {
  return order.shipments
    .filter(({ events }) => events.length > 0)
    .map(({ id, carrier, tracking, events }) => (
      <Card as="section" key={id} className="grid gap-4">
        <SectionHead title={`${carrier} ${tracking}`} level={3} />
        <ParcelEvents events={events} locale={locale} />
      </Card>
    ));
}

function Meta({ order, locale }: { order: StaffOrder; locale: Locale }) {
  const t = translator(locale, 'orders');
  return (
    <>
      <OrderStateBadge
        state={order.state}
        sent={isPartlySent(order)}
        partly={leftOf(order) < order.totalMinor}
        locale={locale}
      />
      <span>
        {t('staff.buyer')} <MemberLink member={order.member} locale={locale} className="text-accent-ink underline" />
      </span>
      <span>
        {t.rich('order.placed', { time: () => <DateTime at={order.createdAt} locale={locale} format="moment" /> })}
      </span>
      {order.drop && (
        <span>
          {t('order.drop')}{' '}
          <TextLink href={inLocale(locale, paths.drop(order.drop.slug))}>
            {localText(locale, order.drop.title, order.drop.titleZh)}
          </TextLink>
        </span>
      )}
    </>
  );
}

function titlesOf({ lines }: StaffOrder, locale: Locale, some: readonly Pieces[]) {
  return some.flatMap(({ lineId, units }) => {
    const line = lines.find(({ id }) => id === lineId);
    return line ? [{ lineId, units, title: lineTitle(locale, line) }] : [];
  });
}

const leftToSend = (order: StaffOrder, locale: Locale) => titlesOf(order, locale, unsentOf(order));

const onTheWay = (order: StaffOrder, locale: Locale) =>
  order.shipments
    .filter(({ deliveredAt }) => deliveredAt === null)
    .map(({ id, carrier, tracking, lines }) => ({ id, carrier, tracking, contents: contentsOf(order, locale, lines) }));

const contentsOf = (order: StaffOrder, locale: Locale, lines: readonly Pieces[]): string =>
  listed(
    locale,
    titlesOf(order, locale, lines).map(({ units, title }) => pieces(units, title)),
  );

// What a refund would give back: what is left of the payments that bought it.
function leftOf({ payments, totalMinor, replacements }: StaffOrder): number {
  const bought = payments.filter(({ state, surplusAt }) => state === 'PAID' && !surplusAt);
  const came = bought.length > 0 ? bought.reduce((sum, { amountMinor }) => sum + amountMinor, 0) : totalMinor;
  const left = bought
    .flatMap(({ refunds }) => refunds)
    .reduce((sum, { state, amountMinor }) => (state === 'DONE' ? sum - amountMinor : sum), came);
  // What was replaced is paid for by what its buyer has now.
  return Math.max(
    0,
    replacements.reduce((sum, { replacesMinor }) => sum - (replacesMinor ?? 0), left),
  );
}

function alertsOf({ alerts, payments }: StaffOrder, locale: Locale, home: string) {
  const t = translator(locale, 'orders');
  return alerts.map(({ id, kind, paymentId }) => {
    const { amountMinor, currency, cameMinor, cameCurrency, surplusAt, state, refunds } = payments.find(
      (each) => each.id === paymentId,
    )!;
    const [asked, came] = [
      formatMoney(amountMinor, currency, locale, home),
      formatMoney(cameMinor ?? amountMinor, cameCurrency ?? currency, locale, home),
    ];
    const returnable =
      surplusAt !== null &&
      (state === 'PAID' || state === 'REVIEW') &&
      !refunds.some((refund) => refund.state === 'PENDING');
    return {
      id,
      text: t(`staff.alerts.${kind}`, { asked: kind === 'REFUND_REFUSED' ? came : asked, came }),
      sendBack: returnable ? { paymentId, label: t('staff.sendBack', { amount: came }), amount: came } : null,
    };
  });
}
