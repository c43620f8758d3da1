import type { ReactNode } from 'react';

import { InvoiceList } from '@/components/invoices/invoice-list';
import { OrderRepairs } from '@/components/repairs/order-repairs';
import { OrderReturns } from '@/components/returns/order-returns';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { returnAddressOf, sellerOf } from '@/lib/core/market';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { deliveryCalendar } from '@/lib/web/calendar';
import { linkedPages } from '@/lib/web/pages';
import type { RepairsOfOrder } from '@/lib/flows/repairs/read-repairs';
import type { ReturnsOfOrder } from '@/lib/flows/returns/read-returns';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { invoicePath } from '@/lib/orders/choices/order-paths';
import { isPartlySent } from '@/lib/orders/choices/parcels';
import type { OwnOrder } from '@/lib/orders/queries';

import { AddressBlock } from './address-block';
import { OrderBill } from './order-bill';
import { BuyAgain } from './buy-again';
import { CompanyLines } from './company-lines';
import { ForgetReturn } from './forget-return';
import { asItem, OrderItem } from './order-item';
import { OrderNotice } from './order-notice';
import { OrderPromises } from './order-promises';
import { OrderRefunds } from './order-refunds';
import { OrderStateBadge } from './order-state';
import { OrderTimeline, type Ahead } from './order-timeline';
import { Parcels } from './parcels';

// What comes next for the buyer.
function aheadOf(order: OwnOrder): Ahead[] {
  if (order.state === 'SHIPPED') return ['DELIVERED'];
  if (order.state !== 'PAID') return [];
  return [isPartlySent(order) ? 'REST' : 'SHIPPED', 'DELIVERED'];
}

type Props = {
  order: OwnOrder;
  locale: Locale;
  /** What its buyer asked for it by. */
  asked: AskedOrder;
  returned: boolean;
  now: Date;
  /** Whether the shop sells any of it at the moment. */
  sells: boolean;
  /** What comes back of it, and what still may. */
  returns: ReturnsOfOrder;
  /** What of it is or was repaired, and what may be. */
  repairs: RepairsOfOrder;
  /** What stands below what matters most. */
  after?: ReactNode;
};

/** One order for its buyer. */
export async function OrderView({ order, locale, asked, returned, now, sells, returns, repairs, after }: Props) {
  const home = await homeCurrency();
  const t = translator(locale, 'orders');
  const hrefOf = (id: string) => inLocale(locale, invoicePath(asked, id));
  const crumbs = [{ label: t('list.title'), href: inLocale(locale, paths.orders()) }, { label: order.number }];
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={asked.key === undefined && <Breadcrumbs items={crumbs} label={t('list.title')} />}
        title={t('order.title', { number: order.number })}
        meta={
          <>
            <OrderStateBadge
              state={order.state}
              sent={isPartlySent(order)}
              partly={isPartlyRefunded(order)}
              locale={locale}
            />
            <span>
              {t.rich('order.placed', {
                time: () => <DateTime at={order.createdAt} locale={locale} format="moment" />,
              })}
            </span>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          {returned && order.state !== 'PENDING' && <ForgetReturn />}
          <OrderNotice {...{ order, locale, asked, returned, now }} />
          <OrderRefunds order={order} locale={locale} home={home} />
          <Parcels order={order} locale={locale} />
          <OrderReturns {...{ returns, asked, locale, home }} returnAddress={returnAddressOf(order.soldIn.data)} />
          <OrderRepairs repairs={repairs} asked={{ key: asked.key }} locale={locale} />
          {after}
          <Card as="section">
            <SectionHead title={t('order.timeline')} />
            <OrderTimeline steps={order.steps} locale={locale} ahead={aheadOf(order)} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-6">
          <Goods order={order} locale={locale} home={home} />
          <OrderPromises
            order={order}
            calendar={await deliveryCalendar()}
            law={(await linkedPages()).law}
            locale={locale}
            now={now}
          />
          {sells && order.state !== 'PENDING' && <BuyAgain order={asked} locale={locale} />}
          <InvoiceList invoices={order.invoices.map((each) => ({ ...each, href: hrefOf(each.id) }))} locale={locale} />
          <Serials order={order} locale={locale} />
          <ShipTo order={order} locale={locale} now={now} />
        </div>
      </div>
    </div>
  );
}

const isPartlyRefunded = ({ refunds }: OwnOrder) =>
  refunds.some(({ state, payment }) => state === 'DONE' && !payment.surplusAt);

function ShipTo({ order, locale, now }: Pick<Props, 'order' | 'locale' | 'now'>) {
  const t = translator(locale, 'orders');
  const { claim, claimId, payments, state } = order;
  const canMove =
    state === 'PENDING' && claim && claim.heldUntil > now && !payments.some(({ state: each }) => each === 'REVIEW');
  return (
    <Card as="section">
      <SectionHead title={t('order.address')} level={3} />
      <AddressBlock address={order} locale={locale} />
      {order.company && (
        <div className="mt-4">
          <CompanyLines company={order.company} locale={locale} />
        </div>
      )}
      {canMove && claimId && (
        <p className="mt-3 text-sm">
          <TextLink href={`${inLocale(locale, paths.checkout(claimId))}?change=1`}>{t('order.changeAddress')}</TextLink>
        </p>
      )}
    </Card>
  );
}

function Goods({ order, locale, home }: { order: OwnOrder; locale: Locale; home: string }) {
  const t = translator(locale, 'orders');
  const seller = sellerOf(order.soldIn.data);
  return (
    <Card as="section" className="grid gap-5">
      {order.lines.map((line) => (
        <OrderItem key={line.id} item={asItem(line, order.currency)} locale={locale} home={home} level="h2" />
      ))}
      <OrderBill order={order} locale={locale} home={home} />
      {seller.name && <p className="text-sm text-muted">{t('order.soldBy', { seller: seller.name })}</p>}
      {order.drop && (
        <p className="text-sm text-muted">
          {t('order.drop')}{' '}
          <TextLink href={inLocale(locale, paths.drop(order.drop.slug))}>
            {localText(locale, order.drop.title, order.drop.titleZh)}
          </TextLink>
        </p>
      )}
    </Card>
  );
}

// The serials of what its buyer owns by it.
function Serials({ order: { ownerships }, locale }: { order: OwnOrder; locale: Locale }) {
  const t = translator(locale, 'orders');
  const owned = ownerships.filter(({ endedAt }) => endedAt === null);
  if (owned.length === 0) return null;
  return (
    <Card as="section">
      <dl>
        <dt className="text-sm text-muted">{t('order.serials', { count: owned.length })}</dt>
        {owned.map(({ unit: { serial } }) => (
          <dd key={serial} className="font-mono text-subheading break-all">
            {serial}
          </dd>
        ))}
      </dl>
      <p className="mt-1 text-sm text-muted">{t('order.serialBody')}</p>
    </Card>
  );
}
