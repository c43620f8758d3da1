import { translator } from '@/lib/web/i18n';
import type { Locale } from '@/lib/core/locale';

export const mainId = 'content';

/** The first stop of the keyboard: leads past what every page has. */
export function SkipLink({ locale }: { locale: Locale }) {
  const t = translator(locale, 'shell');
  return (
    <a
      href={`#${mainId}`}
      className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-60 focus:rounded-md focus:bg-solid focus:px-4 focus:py-2.5 focus:font-semibold focus:text-on-solid"
    >
      {t('skip')}
    </a>
  );
}
