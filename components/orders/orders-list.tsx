import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { pieces } from '@/lib/orders/choices/item-words';
import type { OwnOrderRow } from '@/lib/orders/queries';

import { Thumb } from './order-item';
import { OrderStateBadge } from './order-state';

/** A member's orders, one row each. */
export async function OrdersList({ orders, locale }: { orders: OwnOrderRow[]; locale: Locale }) {
  const home = await homeCurrency();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {orders.map((order) => (
        <li key={order.id}>
          <Row order={order} locale={locale} home={home} />
        </li>
      ))}
    </ul>
  );
}

type RowProps = { order: OwnOrderRow; locale: Locale; home: string };

function Row({ order, locale, home }: RowProps) {
  const line = order.lines[0];
  const product = line?.variant.product;
  return (
    <Link
      href={inLocale(locale, paths.order(order.number))}
      className="flex items-center gap-4 p-4 transition-colors hover:bg-hover sm:px-6"
    >
      <Thumb picture={line?.variant.images[0] ?? product?.images[0]} className="size-16" />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="line-clamp-2 font-semibold break-words">
          {product ? namesIn(locale, order, product) : order.number}
        </span>
        <span className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span className="font-mono">{order.number}</span>
          <DateTime at={order.createdAt} locale={locale} />
        </span>
        <span className="mt-1 flex flex-wrap items-center justify-between gap-2 sm:hidden">
          <Stand order={order} locale={locale} home={home} />
        </span>
      </span>
      <span className="grid justify-items-end gap-1 max-sm:hidden">
        <Stand order={order} locale={locale} home={home} />
      </span>
    </Link>
  );
}

// By today's name of the product, since the row has no room for its variant.
function namesIn(
  locale: Locale,
  { lines }: OwnOrderRow,
  { title, titleZh }: { title: string; titleZh: string },
): string {
  const item = localText(locale, title, titleZh);
  if (lines.length > 1) return translator(locale, 'orders')('items.more', { item, count: lines.length - 1 });
  return pieces(lines[0]?.quantity ?? 1, item);
}

// On a phone it stands below the name, which has its whole width there.
function Stand({ order, locale, home }: RowProps) {
  return (
    <>
      <OrderStateBadge state={order.state} locale={locale} />
      <Money
        amount={order.totalMinor}
        currency={order.currency}
        locale={locale}
        home={home}
        className="text-[0.9375rem]"
      />
    </>
  );
}
