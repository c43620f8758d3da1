import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Warranty } from '@/lib/core/warranty';

/** Until when a device is under warranty, or was; where it is not known, what to keep. */
export function WarrantyWords({ warranty, locale }: { warranty: Warranty | null; locale: Locale }) {
  const t = translator(locale, 'ownership');
  if (!warranty) return <span className="text-muted">{t('warranty.unknown')}</span>;
  const day = () => <DateTime at={warranty.at} locale={locale} />;
  return <span>{t.rich(warranty.holds ? 'warranty.until' : 'warranty.over', { day })}</span>;
}
