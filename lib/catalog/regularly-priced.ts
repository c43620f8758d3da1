import { regularAt, type PriceReason } from './choices/price-story';
import { priced, type Priced } from './published';

type Ahead = Omit<Priced, 'prices'> & {
  prices: (Priced['prices'][number] & { reason: PriceReason; from: Date; until: Date | null })[];
};

/** A variant with its regular price, whichever phase stands before it now. */
export function regularlyPriced<V extends Ahead>(variant: V, now: Date) {
  const regular = regularAt(
    variant.prices.filter(({ currency }) => currency === variant.currency),
    now,
  );
  return priced({ ...variant, prices: regular ? [regular] : [] });
}
