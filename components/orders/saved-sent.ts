import type { SavedAddress } from '@/lib/orders/saved-addresses';

/** A kept address by the names that an order's has. */
export const sentOf = ({ name, line1, line2, city, region, postcode, country, phone }: SavedAddress) => ({
  ...{ shipName: name, shipLine1: line1, shipLine2: line2, shipCity: city, shipRegion: region },
  ...{ shipPostcode: postcode, shipCountry: country, shipPhone: phone },
});
