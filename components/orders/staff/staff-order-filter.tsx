import { Chip } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { orderStates, type OrderFilter } from '@/lib/orders/schema';

/** States to choose from, and a field for an order's number; works without scripts. */
export function StaffOrderFilter({
  filter,
  attention,
  locale,
}: {
  filter: OrderFilter;
  /** How many orders need it. */ attention: number;
  locale: Locale;
}) {
  const t = translator(locale, 'orders');
  const home = inLocale(locale, paths.staff('orders'));
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
      <nav aria-label={t('staff.filter')} className="flex flex-wrap gap-2">
        <Chip href={home} current={!filter.state && !filter.attention}>
          {t('staff.any')}
        </Chip>
        {(attention > 0 || filter.attention) && (
          <Chip href={withQuery(home, { attention: 1 })} current={Boolean(filter.attention)}>
            {t('staff.attentionCount', { count: attention })}
          </Chip>
        )}
        {orderStates.map((state) => (
          <Chip key={state} href={withQuery(home, { state })} current={filter.state === state}>
            {t(`states.${state}`)}
          </Chip>
        ))}
      </nav>
      <form method="get" action={home} className="flex w-full items-end gap-2 sm:w-auto">
        <TextField
          id="order-number"
          name="number"
          label={t('staff.number')}
          defaultValue={filter.number}
          maxLength={20}
          className="flex-1 sm:w-56"
        />
        <Button type="submit">{t('staff.apply')}</Button>
      </form>
    </div>
  );
}
