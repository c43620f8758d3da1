import { Button } from '@/components/ui/button';
import { Download } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import { listQuery } from '@/lib/core/list';
import { api } from '@/lib/core/paths';

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
      <form method="post" action={api('export', list.name)} className="mt-2 grid max-w-xl gap-3">
        <p className="text-sm text-muted">{exportNote ?? t('list.exportBody')}</p>
        {fields.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        <TextField
          name="reason"
          id="export-reason"
          label={t('list.exportReason')}
          required
          minLength={3}
          maxLength={500}
        />
        <Button type="submit" size="sm" className="justify-self-start" icon={<Download aria-hidden />}>
          {t('list.exportDo')}
        </Button>
      </form>
    </details>
  );
}
