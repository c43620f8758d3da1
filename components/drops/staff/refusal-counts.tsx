'use client';

import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import type { DropCounts } from '@/lib/drops/queries';

import { gatherRefusals } from '../report/refusal-words';

/** How often the drop refused, by reason. */
export function RefusalCounts({ refusals }: Pick<DropCounts, 'refusals'>) {
  const t = useTranslations('drops');
  const rows = gatherRefusals(refusals);
  return (
    <div>
      <SectionHead
        level={3}
        title={t('staff.live.refusals')}
        lead={rows.length === 0 ? t('staff.live.noRefusals') : undefined}
      />
      {rows.length > 0 && (
        <Card flush>
          <Table
            caption={t('staff.live.refusals')}
            rows={rows}
            rowKey={({ reason }) => reason}
            columns={[
              {
                key: 'reason',
                header: t('report.reason'),
                lead: true,
                cell: ({ reason }) => t(`report.refusal.${reason}`),
              },
              { key: 'times', header: t('report.times'), align: 'end', cell: ({ count }) => count },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
