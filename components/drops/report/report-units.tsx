import { Card, SectionHead } from '@/components/ui/card';
import { Table, type Column } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Report } from '@/lib/drops/queries';

import { countWords } from './count-words';
import { byChannel, byVariant, type SumRow } from './sums';

type Props = { report: Report; names: Record<string, string>; locale: Locale };

/** What became of the units, by variant and by channel. */
export function ReportUnits({ report, names, locale }: Props) {
  const t = translator(locale, 'drops');
  return (
    <section aria-labelledby="units" className="grid gap-8">
      <div>
        <SectionHead id="units" title={t('report.byVariant')} />
        <Sums
          title={t('report.byVariant')}
          head={t('allotment.variant')}
          rows={byVariant(report, names)}
          locale={locale}
        />
      </div>
      <div>
        <SectionHead title={t('report.byChannel')} />
        <Sums
          title={t('report.byChannel')}
          head={t('report.channel')}
          rows={byChannel(report, (channel) => t(`channel.${channel}`))}
          locale={locale}
        />
        <p className="mt-3 max-w-[43em] text-sm text-muted">{t('report.sum')}</p>
      </div>
    </section>
  );
}

const columns = [
  'offered',
  'added',
  'carriedIn',
  'reserved',
  'entrants',
  'claimed',
  'released',
  'held',
  'paid',
  'refunded',
  'carriedOut',
  'remaining',
] as const;
const always = new Set<string>(['offered', 'claimed', 'paid', 'remaining']);

// What did not happen anywhere needs no column.
function Sums({ title, head, rows, locale }: { title: string; head: string; rows: SumRow[]; locale: Locale }) {
  const t = translator(locale, 'drops');
  const shown = columns.filter((name) => always.has(name) || rows.some((row) => row[name] > 0));
  const figure = (name: (typeof columns)[number]): Column<SumRow> => ({
    key: name,
    header: t(`report.${name === 'remaining' ? 'left' : name}`),
    align: 'end',
    cell: (row) => countWords(row[name], locale),
  });
  return (
    <Card flush>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[{ key: 'name', header: head, lead: true, cell: ({ name }) => name }, ...shown.map(figure)]}
      />
    </Card>
  );
}
