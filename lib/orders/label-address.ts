import { digestKey } from '@/lib/core/keys';

import type { Sent } from './address-lines';

const key = digestKey('orders.labelAddress');

/** Which address a label was bought for, as a digest: the address itself stands on its order alone. */
export function labelAddress(sent: Sent & { shipPhone: string }): string {
  const { shipName, shipLine1, shipLine2, shipCity, shipRegion, shipPostcode, shipCountry, shipPhone } = sent;
  return key.digest(
    JSON.stringify([shipName, shipLine1, shipLine2, shipCity, shipRegion, shipPostcode, shipCountry, shipPhone]),
  );
}
