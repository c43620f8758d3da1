import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import type { SentOrder } from '@/lib/orders/of-drop';

/** The parcels of a drop that was called off: each asks for a decision of its own. */
export async function SentOrders({ orders, locale }: { orders: SentOrder[]; locale: Locale }) {
  const t = translator(locale, 'drops');
  if (orders.length === 0) return null;
  const home = await homeCurrency();
  return (
    <Card as="section" look="accent" aria-labelledby="sent">
      <SectionHead
        id="sent"
        level={3}
        title={t('staff.callOff.parcels', { count: orders.length })}
        lead={t('staff.callOff.parcelsLead')}
      />
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {orders.map(({ id, number, totalMinor, currency }) => (
          <li key={id}>
            <TextLink href={inLocale(locale, paths.staff('orders', number))}>{number}</TextLink>{' '}
            <span className="text-muted">{formatMoney(totalMinor, currency, locale, home)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
