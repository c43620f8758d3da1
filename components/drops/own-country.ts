const key = 'millet-country';

/** Remembers in this window which country a reader chose to have the price for. */
export function keepCountry(code: string): void {
  try {
    sessionStorage.setItem(key, code);
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/** The country that was chosen last in this window. */
export function keptCountry(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
