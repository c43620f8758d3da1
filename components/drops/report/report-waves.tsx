import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Report, ReportPage } from '@/lib/drops/queries';

import { splitSeconds } from './count-words';

type Props = { waves: ReportPage['waves']; report: Report; locale: Locale };

/** When each wave opened and closed, and how long its units lasted. */
export function ReportWaves({ waves, report, locale }: Props) {
  const t = translator(locale, 'drops');
  const span = (seconds: number | null) =>
    seconds === null
      ? t('report.never')
      : seconds === 0
        ? t('report.atOnce')
        : t('report.duration', splitSeconds(seconds));
  const claim = (seconds: number | null) => (seconds === null ? '–' : span(seconds));
  const rows = waves.map((wave) => ({ ...wave, ...report.waves.find(({ number }) => number === wave.number)! }));
  return (
    <section aria-labelledby="time">
      <SectionHead id="time" title={t('report.time')} lead={t('report.timeBody')} />
      <Card flush>
        <Table
          caption={t('report.time')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'wave',
              header: t('report.waveHead'),
              lead: true,
              cell: ({ number }) => t('report.wave', { number }),
            },
            {
              key: 'opened',
              header: t('report.opened'),
              cell: ({ opensAt, movedFrom }) => (
                <>
                  <DateTime at={opensAt} locale={locale} format="moment" />
                  {movedFrom && (
                    <span className="block text-sm text-muted">
                      {t.rich('report.announcedFor', {
                        from: () => <DateTime at={movedFrom} locale={locale} format="moment" />,
                      })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'closed',
              header: t('report.closed'),
              cell: ({ closesAt }) => <DateTime at={closesAt} locale={locale} format="moment" />,
            },
            { key: 'first', header: t('report.firstAfter'), align: 'end', cell: ({ firstAfter }) => claim(firstAfter) },
            { key: 'gone', header: t('report.goneAfter'), align: 'end', cell: ({ goneAfter }) => span(goneAfter) },
            { key: 'last', header: t('report.lastAfter'), align: 'end', cell: ({ lastAfter }) => claim(lastAfter) },
          ]}
        />
      </Card>
    </section>
  );
}
