import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Download } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';
import { translator } from '@/lib/web/i18n';

/** Downloads the devices of a recall, for a reason. */
export function ExportRecall({ recallId, locale }: { recallId: string; locale: Locale }) {
  const t = translator(locale, 'recalls');
  return (
    <Card as="section">
      <details>
        <summary className="touch cursor-pointer font-medium text-accent-ink">{t('staff.export')}</summary>
        <form method="post" action={api('export', 'recalls')} className="mt-3 grid gap-3">
          <p className="text-sm text-muted">{t('staff.exportBody')}</p>
          <input type="hidden" name="recall" value={recallId} />
          <input type="hidden" name="locale" value={locale} />
          <TextField
            name="reason"
            id="export-reason"
            label={t('staff.exportReason')}
            required
            minLength={3}
            maxLength={500}
          />
          <Button type="submit" size="sm" className="justify-self-start" icon={<Download aria-hidden />}>
            {t('staff.exportDo')}
          </Button>
        </form>
      </details>
    </Card>
  );
}
