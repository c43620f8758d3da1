import { encode } from 'uqr';

import { authenticatorUri } from './authenticator';

/** The QR code of an authenticator app's secret, as a path of unit squares in a square of so many. */
export function authenticatorQr(secret: string, brand: string, label: string): { size: number; path: string } {
  const { size, data } = encode(authenticatorUri(secret, brand, label), { border: 2 });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: dark.join('') };
}
