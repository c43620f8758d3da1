'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import type { OldSite } from '@/lib/flows/brand/read-old-site';
import type { Problem } from '@/lib/web/outcome';

import { BrandForm } from './brand-form';
import { BrandPictures } from './brand-pictures';
import { carriedOver, type Known } from './carry-over';
import type { Typed } from './meanwhile';
import { OldSiteCard } from './old-site';

type Props = { brand: Brand & { version: number }; currencies: { value: string; label: string }[]; locale: Locale };

/** What an old site gave, as fields of the form; its line is in the language that it is written in. */
function fieldsOf({ name, tagline, accent }: OldSite): Typed {
  const own = /\p{Script=Han}/u.test(tagline) ? 'taglineZh' : 'tagline';
  return {
    ...(name && { name, nameZh: name }),
    ...(name && name.length <= 20 && { shortName: name, shortNameZh: name }),
    ...(tagline && { [own]: tagline }),
    ...(accent && { accentLight: accent.light, accentDark: accent.dark }),
  };
}

/**
 * The brand's pictures and its other settings. A version that somebody else saved meanwhile, or that was put back, begins the form anew with
 * what was typed in it; one that was saved here leaves the form as it is.
 */
export function BrandSettings({ brand, currencies, locale }: Props) {
  const router = useRouter();
  const [known, setKnown] = useState<Known>({ brand, own: 0, round: 0, typed: {}, meanwhile: null });
  if (brand.version !== known.brand.version) setKnown(carriedOver(known, brand));
  const saved = ({ version }: { version: number }) => setKnown((before) => ({ ...before, own: version }));
  const refused = (problem: Problem) => {
    if (problem.code !== 'brand-changed') return;
    setKnown((before) => ({ ...before, meanwhile: { both: before.meanwhile?.both ?? {}, problem } }));
    router.refresh();
  };
  return (
    <>
      <BrandPictures brand={brand} locale={locale} onSaved={saved} onRefused={refused} />
      <OldSiteCard
        version={brand.version}
        locale={locale}
        onFound={(site) =>
          setKnown(({ round, typed, ...before }) => ({
            ...before,
            round: round + 1,
            typed: { ...typed, ...fieldsOf(site) },
          }))
        }
        onSaved={saved}
        onRefused={refused}
      />
      <BrandForm
        key={known.round}
        brand={brand}
        typed={known.typed}
        meanwhile={known.meanwhile}
        currencies={currencies}
        locale={locale}
        onType={(name, value) => setKnown((before) => ({ ...before, typed: { ...before.typed, [name]: value } }))}
        onSaved={({ version }) => setKnown((before) => ({ ...before, own: version, meanwhile: null }))}
        onRefused={refused}
      />
    </>
  );
}
