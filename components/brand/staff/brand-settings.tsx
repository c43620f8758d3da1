'use client';

import { useState } from 'react';

import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';

import { BrandForm } from './brand-form';
import { BrandPictures } from './brand-pictures';

type Props = { brand: Brand & { version: number }; currencies: { value: string; label: string }[]; locale: Locale };

/**
 * The brand's pictures and its other settings. Another version that comes meanwhile, such as one put back, begins the form anew; one that
 * was saved here leaves what is typed.
 */
export function BrandSettings({ brand, currencies, locale }: Props) {
  const [known, setKnown] = useState({ version: brand.version, own: 0, round: 0 });
  if (brand.version !== known.version)
    setKnown({ ...known, version: brand.version, round: known.round + Number(brand.version !== known.own) });
  const saved = ({ version }: { version: number }) => setKnown((before) => ({ ...before, own: version }));
  return (
    <>
      <BrandPictures brand={brand} locale={locale} onSaved={saved} />
      <BrandForm key={known.round} brand={brand} currencies={currencies} locale={locale} onSaved={saved} />
    </>
  );
}
