import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Report } from '@/lib/drops/queries';

import { countWords } from './count-words';

type Props = { report: Report; names: Record<string, string>; locale: Locale };

/** Units that were added after the plan, each with its moment. */
export function ReportAdded({ report, names, locale }: Props) {
  const t = translator(locale, 'drops');
  if (report.added.length === 0) return null;
  const cellOf = (id: string) => report.cells.find(({ allotmentId }) => allotmentId === id)!;
  return (
    <section aria-labelledby="added">
      <SectionHead id="added" title={t('report.addedTitle')} />
      <Card flush>
        <Table
          caption={t('report.addedTitle')}
          rows={report.added}
          rowKey={({ allotmentId, seq }) => `${allotmentId} ${seq}`}
          columns={[
            {
              key: 'variant',
              header: t('allotment.variant'),
              lead: true,
              cell: ({ allotmentId }) => names[cellOf(allotmentId).variantId],
            },
            {
              key: 'channel',
              header: t('report.channel'),
              cell: ({ allotmentId }) => t(`channel.${cellOf(allotmentId).channel}`),
            },
            {
              key: 'when',
              header: t('report.when'),
              cell: ({ at }) => <DateTime at={at} locale={locale} format="moment" />,
            },
            {
              key: 'units',
              header: t('allotment.units'),
              align: 'end',
              cell: ({ units }) => `+${countWords(units, locale)}`,
            },
          ]}
        />
      </Card>
    </section>
  );
}
