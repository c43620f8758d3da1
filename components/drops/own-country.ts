const key = 'millet-country';

/** The country for which a reader wants to know the price, in this window: keeps the one that is given, and answers it. A browser that keeps nothing has none. */
export function ownCountry(chosen?: string): string | null {
  try {
    if (chosen) sessionStorage.setItem(key, chosen);
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
