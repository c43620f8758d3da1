'use client';

import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { groupDigits } from '@/lib/core/digits';
import type { StockCount } from '@/lib/drops/queries';

/** What is held, paid, given back and left, by wave, variant and channel. */
export function ChannelCounts({ stock, names }: { stock: StockCount[]; names: Record<string, string> }) {
  const t = useTranslations('drops');
  return (
    <div>
      <SectionHead level={3} title={t('staff.live.channels')} />
      <Card flush>
        <Table
          caption={t('staff.live.channels')}
          rows={stock}
          rowKey={({ allotmentId }) => allotmentId}
          columns={[
            {
              key: 'book',
              header: t('allotment.variant'),
              lead: true,
              cell: ({ wave, variantId, channel }) =>
                t('ledger.bookName', { wave, variant: names[variantId] ?? '', channel: t(`channel.${channel}`) }),
            },
            { key: 'units', header: t('staff.live.units'), align: 'end', cell: ({ units }) => groupDigits(units) },
            { key: 'held', header: t('staff.held'), align: 'end', cell: ({ held }) => held },
            { key: 'paid', header: t('staff.paid'), align: 'end', cell: ({ paid }) => paid },
            { key: 'released', header: t('staff.released'), align: 'end', cell: ({ released }) => released },
            {
              key: 'left',
              header: t('staff.remaining'),
              align: 'end',
              cell: ({ remaining }) => groupDigits(remaining),
            },
          ]}
        />
      </Card>
    </div>
  );
}
