import { ExportForm } from '@/components/staff/export-form';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';

/** Downloads the devices of a recall, for a reason. */
export function ExportRecall({ recallId, locale }: { recallId: string; locale: Locale }) {
  const t = translator(locale, 'recalls');
  return (
    <Card as="section">
      <details>
        <summary className="touch cursor-pointer font-medium text-accent-ink">{t('staff.export')}</summary>
        <ExportForm
          of="recalls"
          fields={[
            ['recall', recallId],
            ['locale', locale],
          ]}
          words={{ lead: t('staff.exportBody'), reason: t('staff.exportReason'), button: t('staff.exportDo') }}
        />
      </details>
    </Card>
  );
}
