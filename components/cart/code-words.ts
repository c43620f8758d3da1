import type { Together } from '@/lib/cart/choices/together';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import type { CodeState } from '@/lib/discounts/choices/code-state';

/** What is said of a code that was typed; nothing without one. */
export function codeWords(
  state: CodeState | null,
  { currency }: Together,
  locale: Locale,
  home: string,
): { words: string; given: boolean } | null {
  if (!state) return null;
  const t = translator(locale, 'cart');
  if (state.state === 'least')
    return { given: false, words: t('code.least', { least: formatMoney(state.leastMinor, currency, locale, home) }) };
  if (state.state === 'pieces') return { given: false, words: t('code.pieces', { pieces: state.leastPieces }) };
  return { given: state.state === 'given', words: t(`code.${state.state}`) };
}
