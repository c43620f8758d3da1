/** The country for which a reader wants to know the price, in this window: keeps the one that is given, and answers it. A browser that keeps nothing has none. */
export function ownCountry(chosen?: string): string | undefined {
  try {
    return (sessionStorage.country = chosen ?? sessionStorage.country ?? '') || undefined;
  } catch {}
}
