import type { Locale } from '@/lib/core/locale';

import { lineTitle, type TitledLine } from '../line-title';

type Line = TitledLine & { quantity?: number };
type Words = (key: 'items.more', values: { item: string; count: number }) => string;

/** What an order is about in one name: its first line, and how many more there are. Empty for an order without lines. */
export function itemsIn(locale: Locale, lines: readonly Line[], t: Words): string {
  const [first] = lines;
  if (!first) return '';
  const item = lineTitle(locale, first);
  if (lines.length > 1) return t('items.more', { item, count: lines.length - 1 });
  return pieces(first.quantity ?? 1, item);
}

/** A line's name with how many pieces of it there are, where it is more than one. */
export function pieces(quantity: number, item: string): string {
  return quantity > 1 ? `${quantity} × ${item}` : item;
}
