import { localText, messageLocale, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import type { DropPage } from '@/lib/drops/queries';

import type { StageDrop, StageVariant } from './stage-drop';

/** A drop as its live panel takes it: plain data, words in the reader's language. */
export function stageOf(drop: DropPage, locale: Locale, home: string): StageDrop {
  const allotments = drop.wave?.allotments ?? [];
  return {
    id: drop.id,
    holdSeconds: drop.holdSeconds,
    offerSeconds: drop.offerSeconds,
    cancelReason: drop.cancelReason,
    regions: regionsOf(drop.regions, locale),
    variants: [...new Map(allotments.map(({ variant }) => [variant.id, variant])).values()].map((variant) =>
      variantPanel(variant, drop, locale, home),
    ),
    state: drop.state,
  };
}

function regionsOf(codes: string[], locale: Locale): StageDrop['regions'] {
  const names = new Intl.DisplayNames([messageLocale(locale)], { type: 'region' });
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, messageLocale(locale)));
}

type Variant = NonNullable<DropPage['wave']>['allotments'][number]['variant'];

function variantPanel(
  { id, title, titleZh, priceMinor, currency }: Variant,
  drop: DropPage,
  locale: Locale,
  home: string,
): StageVariant {
  const picture = drop.product.images.find(({ variantId }) => variantId === id);
  return {
    id,
    title: localText(locale, title, titleZh),
    price: formatMoney(priceMinor, currency, locale, home),
    image: picture?.path ? { src: picture.path, alt: localText(locale, picture.alt, picture.altZh) } : null,
  };
}
