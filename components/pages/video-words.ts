import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { siteNames, type VideoSite } from '@/lib/pages/choices/videos';

/** The sentences around a video of another site. */
export function videoWords(locale: Locale, site: VideoSite) {
  const t = translator(locale, 'videos');
  const values = { site: siteNames[site] };
  return {
    asks: t('asks', values),
    signal: t('signal', values),
    once: t('once'),
    always: t('always', values),
    stop: t('stop', values),
    there: t('there', values),
  };
}

export type VideoWords = ReturnType<typeof videoWords>;
