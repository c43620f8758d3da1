import type { Locale } from '@/lib/core/locale';
import { messageLocale } from '@/lib/core/locale';

type Address = { shipName: string; shipLine1: string; shipLine2: string; shipCity: string; shipRegion: string; shipPostcode: string; shipCountry: string; shipPhone: string };

/** An address as one writes it on a parcel. */
export function AddressBlock({ address, locale }: { address: Address; locale: Locale }) {
  const town = [address.shipPostcode, address.shipCity, address.shipRegion].filter(Boolean).join(' ');
  const lines = [address.shipLine1, address.shipLine2, town, countryName(address.shipCountry, locale), address.shipPhone].filter(Boolean);
  return (
    <address className="grid gap-0.5 not-italic">
      <span className="font-semibold">{address.shipName}</span>
      {lines.map((line) => <span key={line} className="break-words">{line}</span>)}
    </address>
  );
}

/** A country's name in the reader's language. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([messageLocale(locale)], { type: 'region' }).of(code) ?? code;
}
