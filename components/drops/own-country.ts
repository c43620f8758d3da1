import type { Viewer } from '@/lib/core/viewer';

import type { Landed } from './landed-of';

/** The country for which a reader wants to know the price, in this window: keeps the one that is given, and answers it. A browser that keeps nothing has none. */
export function ownCountry(chosen?: string): string | undefined {
  try {
    return (sessionStorage.country = chosen ?? sessionStorage.country ?? '') || undefined;
  } catch {}
}

type Known = {
  /** What is known of the reader, the surest first: what they chose, where they had something sent. */
  own?: readonly (string | null | undefined)[];
  /** The languages of the reader's browser, the first one first. */
  languages?: readonly string[];
  /** The country of the shop. */
  home?: string;
  /** The language of the page. */
  locale: string;
};

/**
 * The country that a choice begins with, of those that are served: the reader's own, else that of the region that their languages name, else
 * the shop's, else where most readers of the language live, else the first.
 */
export function countryToShow(served: readonly string[], { own = [], languages = [], home, locale }: Known): string {
  const usual = locale === 'zh' ? 'CN' : 'US';
  const wanted = [...own, ...languages.map((tag) => /-([A-Z]{2})\b/.exec(tag)?.[1]), home, usual];
  return wanted.find((code) => code && served.includes(code)) ?? served[0] ?? '';
}

/** What the panel shows; `own` once the reader chose it. */
export type Shown = { country: string; region: string; own?: boolean };
type Panel = { landed: readonly Landed[]; first: string; locale: string };

/** What is shown to a reader by now: what they chose, which is kept for the checkout, else their own country in the place of the one that the document began with. */
export function readerCountry(was: Shown, viewer: Viewer | null, { landed, first, locale }: Panel): Shown {
  if (was.own) {
    ownCountry(was.country);
    return was;
  }
  const own = [ownCountry(), viewer?.drop?.reservation?.country, viewer?.shipsTo];
  const served = landed[0]?.countries.map(({ value }) => value) ?? [];
  const country = countryToShow(served, { own, languages: navigator.languages, home: first, locale });
  return country === was.country ? was : { ...was, country, region: '' };
}
