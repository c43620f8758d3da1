import { MemberLink } from '@/components/members/member-link';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import type { Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { itemsIn } from '@/lib/orders/choices/item-words';
import type { StaffOrderRow } from '@/lib/orders/list-orders';

import { countryName } from '../address-block';
import { OrderStateBadge } from '../order-state';

/** What staff see of an order in a list, column by column. */
export function orderColumns(locale: Locale, home: string): Column<StaffOrderRow>[] {
  const t = translator(locale, 'orders');
  return [
    {
      key: 'number',
      header: t('staff.order'),
      lead: true,
      cell: ({ number }) => (
        <TextLink className="font-mono" href={inLocale(locale, paths.staff('orders', number))}>
          {number}
        </TextLink>
      ),
    },
    { key: 'item', header: t('staff.item'), cell: ({ lines }) => itemsIn(locale, lines, t), className: 'sm:min-w-44' },
    { key: 'buyer', header: t('staff.buyer'), cell: ({ member }) => <MemberLink member={member} locale={locale} /> },
    {
      key: 'state',
      header: t('staff.state'),
      cell: ({ state, refunds, alerts }) => (
        <State state={state} refunding={refunds.length > 0} attention={alerts.length > 0} locale={locale} />
      ),
    },
    {
      key: 'date',
      header: t('staff.date'),
      cell: ({ createdAt }) => <DateTime at={createdAt} locale={locale} />,
      className: 'whitespace-nowrap',
    },
    {
      key: 'total',
      header: t('staff.total'),
      align: 'end',
      cell: ({ totalMinor, currency }) => <Money amount={totalMinor} currency={currency} locale={locale} home={home} />,
    },
    {
      key: 'drop',
      header: t('staff.drop'),
      cell: ({ drop }) => (drop ? localText(locale, drop.title, drop.titleZh) : t('staff.shop')),
    },
    { key: 'country', header: t('staff.country'), cell: ({ shipCountry }) => countryName(shipCountry, locale) },
  ];
}

function State({
  state,
  refunding,
  attention,
  locale,
}: {
  state: StaffOrderRow['state'];
  refunding: boolean;
  attention: boolean;
  locale: Locale;
}) {
  if (attention)
    return (
      <span className="flex flex-wrap gap-1">
        <Badge tone="danger">{translator(locale, 'orders')('staff.attention')}</Badge>
        <OrderStateBadge state={state} locale={locale} />
      </span>
    );
  if (refunding) return <Badge tone="warning">{translator(locale, 'orders')('steps.REFUND_STARTED')}</Badge>;
  return <OrderStateBadge state={state} locale={locale} />;
}
