import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';

/** Above every page of a shop whose payments are tried: nothing that is paid there moves money. It cannot be put away. */
export function TrialBar({ locale }: { locale: Locale }) {
  const t = translator(locale, 'shell');
  return (
    <aside aria-label={t('trial.label')} className="border-b border-warning/35 bg-warning-soft text-warning">
      <p className="page py-2 text-center text-[0.9375rem] font-medium wrap-anywhere">{t('trial.body')}</p>
    </aside>
  );
}
