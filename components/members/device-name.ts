import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { SeenSession } from '@/lib/members/queries/sessions';

/** What a browser on a system is called. */
export function deviceName(locale: Locale, { browser, system }: Pick<SeenSession, 'browser' | 'system'>): string {
  const t = translator(locale, 'members');
  if (browser && system) return t('account.device', { browser, system });
  return browser ?? system ?? t('account.deviceUnknown');
}
