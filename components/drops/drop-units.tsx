import { Card, SectionHead } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { homeCurrency } from '@/lib/web/brand';
import type { DropPage } from '@/lib/drops/queries';

/** What the wave offers: variants, prices, units. */
export async function DropUnits({ drop, locale }: { drop: DropPage; locale: Locale }) {
  const t = translator(locale, 'drops');
  const home = await homeCurrency();
  const rows = drop.wave?.allotments ?? [];
  const aside = rows.some(({ channel }) => channel !== 'PUBLIC');
  return (
    <section aria-labelledby="offered">
      <SectionHead id="offered" title={t('allotment.title')} />
      <Card flush>
        <Table
          caption={t('allotment.title')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'variant',
              header: t('allotment.variant'),
              lead: true,
              cell: ({ variant }) => localText(locale, variant.title, variant.titleZh),
            },
            ...(aside
              ? [
                  {
                    key: 'channel',
                    header: t('allotment.for'),
                    cell: ({ channel }: (typeof rows)[number]) => t(`channel.${channel}`),
                  },
                ]
              : []),
            {
              key: 'price',
              header: t('allotment.price'),
              align: 'end',
              cell: ({ variant }) => formatMoney(variant.priceMinor, variant.currency, locale, home),
            },
            {
              key: 'units',
              header: t('allotment.units'),
              align: 'end',
              cell: ({ units }) => <span className="numerals">{groupDigits(units)}</span>,
            },
          ]}
        />
      </Card>
    </section>
  );
}
