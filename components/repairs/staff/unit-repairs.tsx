import { Card, SectionHead } from '@/components/ui/card';
import { Fold } from '@/components/ui/fold';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import type { RepairState } from '@/lib/repairs/schema';
import { translator } from '@/lib/web/i18n';

import { ListedRepairs } from '../listed-repairs';
import { OpenRepairForm } from './open-repair-form';

type Row = { id: string; number: string; state: RepairState; createdAt: Date };
type Props = {
  unitId: string;
  rows: readonly Row[];
  /** Whether one may be opened for its owner. */ canOpen: boolean;
  locale: Locale;
};

/** The repairs of a device for staff, and one more opened for its owner. */
export function UnitRepairs({ unitId, rows, canOpen, locale }: Props) {
  const t = translator(locale, 'repairs');
  if (rows.length === 0 && !canOpen) return null;
  return (
    <Card as="section" className="grid gap-4">
      <SectionHead title={t('staff.title')} level={3} />
      {rows.length > 0 && (
        <ListedRepairs rows={rows} hrefOf={(number) => paths.staff('repairs', number)} locale={locale} />
      )}
      {canOpen && (
        <Fold title={t('staff.open')}>
          <OpenRepairForm unitId={unitId} locale={locale} />
        </Fold>
      )}
    </Card>
  );
}
