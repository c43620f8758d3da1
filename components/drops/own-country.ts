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
  const likely = [...languages, locale].map((tag) => regionOf(tag, 'likely'));
  const wanted = [...own, ...languages.map((tag) => regionOf(tag)), home, ...likely];
  return wanted.find((code) => code && served.includes(code)) ?? served[0] ?? '';
}

// A browser may send what is no tag of a language.
function regionOf(tag: string, likely?: 'likely'): string | undefined {
  try {
    const locale = new Intl.Locale(tag);
    return (likely ? locale.maximize() : locale).region;
  } catch {}
}
