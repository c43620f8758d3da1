import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Named = { kind: 'STORE' | 'GIFT_CARD'; lastFour: string | null; member: { name: string } | null };

/** What an account is called on staff pages: by its member, or by the last four signs of a card. */
export function accountTitle({ kind, lastFour, member }: Named, locale: Locale): string {
  const t = translator(locale, 'credit');
  return kind === 'GIFT_CARD' ? t('staff.card', { lastFour: lastFour ?? '' }) : (member?.name ?? '–');
}
