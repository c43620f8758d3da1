import type { Locale } from '@/lib/core/locale';
import { messageLocale } from '@/lib/core/locale';
import { addressLines } from '@/lib/orders/schema';

type Address = Parameters<typeof addressLines>[0] & { shipPhone: string };

/** An address as one writes it on a parcel to its country. */
export function AddressBlock({ address, locale }: { address: Address; locale: Locale }) {
  const lines = [
    ...addressLines(address),
    { text: countryName(address.shipCountry, locale) },
    { text: address.shipPhone },
  ].filter(({ text }) => text);
  return (
    <address className="grid gap-0.5 not-italic">
      {lines.map(({ text, who }: { text: string; who?: true }, at) => (
        <span key={at} dir="auto" className={who ? 'font-semibold break-words' : 'break-words'}>
          {text}
        </span>
      ))}
    </address>
  );
}

/** A country's name in the reader's language. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([messageLocale(locale)], { type: 'region' }).of(code) ?? code;
}
