import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { Download } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';

/** Downloads the entries of a month, for a reason. */
export function ExportMonth({ month, title, locale }: { month: string; title: string; locale: Locale }) {
  const t = translator(locale, 'accounting');
  const ofStaff = translator(locale, 'staff');
  return (
    <Fold title={t('export.title')}>
      <form method="post" action={api('export', 'accounting')} className="mt-2 grid max-w-xl gap-3">
        <p className="text-sm text-muted">{t('export.note', { month: title })}</p>
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="locale" value={locale} />
        <TextField name="reason" label={ofStaff('list.exportReason')} required minLength={3} maxLength={500} />
        <Button type="submit" className="justify-self-start" icon={<Download aria-hidden />}>
          {ofStaff('list.exportDo')}
        </Button>
      </form>
    </Fold>
  );
}
