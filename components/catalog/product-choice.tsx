'use client';

import { useState } from 'react';

import { useHome } from '@/components/shell/brand-context';
import { AddToCart } from '@/components/cart/add-to-cart';
import { RadioCard } from '@/components/ui/radio-card';
import { Money } from '@/components/ui/money';
import { localText, type Locale } from '@/lib/core/locale';

import { Gallery } from './gallery';
import type { Picture } from './product-picture';

type Choice = { id: string; title: string; titleZh: string; priceMinor: number; currency: string; sku: string | null };
type Props = {
  title: string;
  locale: Locale;
  variants: Choice[];
  pictures: (Picture & { variantId: string | null })[];
  words: { gallery: string; pending: string; show: string[]; choose: string; sku: Record<string, string> };
  /** What stands beside the prices of variants: a higher price that is struck, and what is told of it. */
  beside: Record<string, { struck: number | undefined; note: React.ReactNode }>;
  /** Of variants that the shop sells, whether it has any. */
  shop: Record<string, boolean>;
  heading: React.ReactNode;
  children: React.ReactNode;
};

/** The head of a product page: choosing a variant brings its picture and price; without scripts all variants are read as a list. */
export function ProductChoice({ title, locale, variants, pictures, words, beside, shop, heading, children }: Props) {
  const home = useHome();
  const [chosen, setChosen] = useState(variants[0]?.id ?? '');
  const [picture, setPicture] = useState(0);
  const variant = variants.find(({ id }) => id === chosen) ?? variants[0];

  function choose(id: string): void {
    setChosen(id);
    const its = pictures.findIndex(({ variantId }) => variantId === id);
    if (its >= 0) setPicture(its);
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[1.15fr_1fr] lg:gap-14">
      <Gallery
        pictures={pictures}
        title={title}
        locale={locale}
        words={words}
        selected={picture}
        onSelect={setPicture}
      />
      <div className="min-w-0">
        {heading}
        {variant && <ChosenPrice variant={variant} beside={beside[variant.id]} locale={locale} />}
        {variants.length > 1 && (
          <fieldset className="mt-5">
            <legend className="mb-2 text-sm font-semibold">{words.choose}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {variants.map(({ id, sku, priceMinor, currency, ...names }) => (
                <RadioCard
                  key={id}
                  name="variant"
                  value={id}
                  checked={id === chosen}
                  onChange={() => choose(id)}
                  label={localText(locale, names.title, names.titleZh)}
                  hint={sku ? words.sku[id] : undefined}
                  aside={<Money amount={priceMinor} currency={currency} locale={locale} home={home} />}
                />
              ))}
            </div>
          </fieldset>
        )}
        {variant && variant.id in shop && (
          <AddToCart key={variant.id} variantId={variant.id} open={shop[variant.id] ?? false} locale={locale} />
        )}
        {children}
      </div>
    </div>
  );
}

type Chosen = { variant: Choice; beside: Props['beside'][string] | undefined; locale: Locale };

function ChosenPrice({ variant: { priceMinor, currency }, beside, locale }: Chosen) {
  const home = useHome();
  return (
    <div className="mt-5 text-heading" aria-live="polite">
      <Money amount={priceMinor} was={beside?.struck} currency={currency} locale={locale} home={home} />
      {beside?.note}
    </div>
  );
}
