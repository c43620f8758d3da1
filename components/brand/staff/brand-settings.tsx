'use client';

import { useState } from 'react';

import type { Brand } from '@/lib/core/brand';
import type { BrandFields } from '@/lib/brand/schema';
import type { Locale } from '@/lib/core/locale';
import type { OldSite } from '@/lib/flows/brand/read-old-site';

import { BrandForm } from './brand-form';
import { BrandPictures } from './brand-pictures';
import { OldSiteCard } from './old-site';

type Props = { brand: Brand & { version: number }; currencies: { value: string; label: string }[]; locale: Locale };

/** What an old site gave, as fields of the form; its line is in the language that it is written in. */
function fieldsOf({ name, tagline, accent }: OldSite): Partial<BrandFields> {
  const own = /\p{Script=Han}/u.test(tagline) ? 'taglineZh' : 'tagline';
  return {
    ...(name && { name, nameZh: name }),
    ...(name && name.length <= 20 && { shortName: name, shortNameZh: name }),
    ...(tagline && { [own]: tagline }),
    ...(accent && { accentLight: accent.light, accentDark: accent.dark }),
  };
}

/**
 * The brand's pictures and its other settings. Another version that comes meanwhile, such as one put back, begins the form anew; one that
 * was saved here leaves what is typed.
 */
export function BrandSettings({ brand, currencies, locale }: Props) {
  const [known, setKnown] = useState({ version: brand.version, own: 0, round: 0 });
  if (brand.version !== known.version)
    setKnown({ ...known, version: brand.version, round: known.round + Number(brand.version !== known.own) });
  const [found, setFound] = useState<OldSite | null>(null);
  const saved = ({ version }: { version: number }) => setKnown((before) => ({ ...before, own: version }));
  return (
    <>
      <BrandPictures brand={brand} locale={locale} onSaved={saved} />
      <OldSiteCard
        version={brand.version}
        locale={locale}
        onFound={(site) => {
          setFound(site);
          setKnown((before) => ({ ...before, round: before.round + 1 }));
        }}
        onSaved={saved}
      />
      <BrandForm
        key={known.round}
        brand={brand}
        found={found ? fieldsOf(found) : {}}
        currencies={currencies}
        locale={locale}
        onSaved={saved}
      />
    </>
  );
}
