import { exponents } from './currencies';
import { messageLocale, type Locale } from './locale';

/** Every currency by its code and its name in the reader's language, in the order of the codes. */
export function currencyOptions(locale: Locale): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([messageLocale(locale)], { type: 'currency' });
  return [...exponents.keys()].toSorted().map((value) => {
    const name = names.of(value);
    return { value, label: name && name !== value ? `${value} · ${name}` : value };
  });
}
