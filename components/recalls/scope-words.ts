import { formatDateTime, translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import type { RecallDates, RecallScope } from '@/lib/recalls/schema';

type Titled = { title: string; titleZh: string };
type Scoped = {
  scope: RecallScope;
  serialFrom: string;
  serialTo: string;
  dates: RecallDates | null;
  from: Date | null;
  until: Date | null;
  product: Titled;
  variant: Titled | null;
};

/** Which devices a recall means, as a sentence; `listed` is how many serials it lists. */
export function scopeWords({ scope, ...of }: Scoped, listed: number, locale: Locale): string {
  const t = translator(locale, 'recalls');
  const name = ({ title, titleZh }: Titled) => localText(locale, title, titleZh);
  const product = [name(of.product), of.variant && name(of.variant)].filter(Boolean).join(' · ');
  if (scope === 'RANGE') return t('scopes.RANGE', { product, from: of.serialFrom, to: of.serialTo });
  if (scope === 'LIST') return t('scopes.LIST', { product, count: listed });
  if (scope === 'GOODS' || !of.from || !of.until) return t('scopes.GOODS', { product });
  const day = (at: Date) => formatDateTime(at, locale, 'date');
  return t(`scopes.${of.dates ?? 'MADE'}`, { product, from: day(of.from), until: day(of.until) });
}
