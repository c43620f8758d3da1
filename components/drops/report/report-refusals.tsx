import { Card, SectionHead } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Report } from '@/lib/drops/queries';

import { countWords } from './count-words';
import { gatherRefusals } from './refusal-words';

/** Why people who asked were refused, and how often. */
export function ReportRefusals({ report, locale }: { report: Report; locale: Locale }) {
  const t = translator(locale, 'drops');
  const rows = gatherRefusals(report.refusals);
  return (
    <section aria-labelledby="refusals" className="max-w-3xl">
      <SectionHead
        id="refusals"
        title={t('report.refusals')}
        lead={rows.length > 0 ? t('report.refusalsBody') : t('report.noRefusals')}
      />
      {rows.length > 0 && (
        <Card flush>
          <Table
            caption={t('report.refusals')}
            rows={rows}
            rowKey={({ reason }) => reason}
            columns={[
              {
                key: 'reason',
                header: t('report.reason'),
                lead: true,
                cell: ({ reason }) => t(`report.refusal.${reason}`),
              },
              { key: 'times', header: t('report.times'), align: 'end', cell: ({ count }) => countWords(count, locale) },
            ]}
          />
        </Card>
      )}
    </section>
  );
}
