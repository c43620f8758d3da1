import { Download } from '@/components/ui/icons';
import { translator } from '@/lib/core/i18n';
import { listQuery } from '@/lib/core/list';

import { ExportForm } from '../export-form';
import type { ListView } from './list-view';

/** Downloads all rows of the list as it is limited and sorted now, for a reason. */
export function ListExport({ locale, list, asked, exportNote }: ListView) {
  const t = translator(locale, 'staff');
  const fields = Object.entries({ ...listQuery(list, asked), locale });
  return (
    <details>
      <summary className="touch inline-flex w-fit cursor-pointer items-center gap-1.5 rounded-md py-1 text-sm text-muted">
        <Download aria-hidden className="size-4" />
        {t('list.export')}
      </summary>
      <ExportForm
        of={list.name}
        fields={fields}
        words={{ lead: exportNote ?? t('list.exportBody'), reason: t('list.exportReason'), button: t('list.exportDo') }}
      />
    </details>
  );
}
