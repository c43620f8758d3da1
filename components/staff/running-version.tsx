import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { running } from '@/lib/core/version';

/** Which Millet runs here, for who reports a fault of it. */
export function RunningVersion({ locale }: { locale: Locale }) {
  const t = translator(locale, 'staff');
  const { version, build } = running;
  return (
    <p className="page py-4 text-sm text-muted">
      {build ? t('running.build', { version, build }) : t('running.version', { version })}
    </p>
  );
}
