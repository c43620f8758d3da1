type Goods = { currency: string; taxIncluded: boolean | null; priceMinor: number; grams: number };
type Line = { quantity: number; goods: Goods };

export type Together = {
  currency: string;
  taxIncluded: boolean | null;
  grams: number;
  /** What each line comes to, at its listed price. */
  amounts: number[];
};

/** The lines of a cart as goods of one order; null where they are not priced alike, in one currency and with or without tax, or where there are none. */
export function together(lines: readonly Line[]): Together | null {
  const [first] = lines;
  if (!first) return null;
  const { currency, taxIncluded } = first.goods;
  if (lines.some(({ goods }) => goods.currency !== currency || goods.taxIncluded !== taxIncluded)) return null;
  return {
    currency,
    taxIncluded,
    grams: lines.reduce((sum, { quantity, goods }) => sum + quantity * goods.grams, 0),
    amounts: lines.map(({ quantity, goods }) => quantity * goods.priceMinor),
  };
}
