import { encode } from 'uqr';

import { env } from '@/lib/core/env';

/** The address on a unit's box, without a language: its reader is led to theirs. */
export const passportAddress = (key: string): string => `${env.PUBLIC_URL}/passport/${key}`;

/** The QR code of a unit's passport, as a path of unit squares in a square of so many. A quarter of it may be worn off. */
export function passportQr(key: string): { size: number; path: string } {
  const { size, data } = encode(passportAddress(key), { border: 2, ecc: 'Q' });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: dark.join('') };
}
