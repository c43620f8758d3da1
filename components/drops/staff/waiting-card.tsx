import { Card, SectionHead } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Demand } from '@/lib/drops/queries/waitlist';

type Props = { demand: Demand[]; names: Record<string, string>; locale: Locale };

/** How many wait for each variant: the demand that the units did not meet. */
export function WaitingCard({ demand, names, locale }: Props) {
  const t = translator(locale, 'drops');
  if (demand.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <SectionHead id="waiting" title={t('waitlist.demand')} lead={t('waitlist.demandLead')} />
      <Card flush>
        <Table
          caption={t('waitlist.demand')}
          rows={demand.toSorted((a, b) => b.waiting - a.waiting)}
          rowKey={({ variantId }) => variantId}
          columns={[
            {
              key: 'variant',
              header: t('allotment.variant'),
              lead: true,
              cell: ({ variantId }) => names[variantId] ?? '',
            },
            { key: 'waiting', header: t('waitlist.waitingCount'), align: 'end', cell: ({ waiting }) => waiting },
            { key: 'offered', header: t('waitlist.offeredCount'), align: 'end', cell: ({ offered }) => offered },
          ]}
        />
      </Card>
    </section>
  );
}
