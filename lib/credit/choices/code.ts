import { asCrockford } from '@/lib/core/typed';

/** How many signs of Crockford's alphabet the code of a gift card has: 80 bits, behind a limit of tries. */
export const codeLength = 16;

const shape = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** The code of a gift card as it was meant, however it was typed; null for what is none. */
export function cardCode(typed: string): string | null {
  const code = asCrockford(typed);
  return shape.test(code) ? code : null;
}

/** A code as it is read and typed: four signs at a time. */
export const inFours = (code: string): string => code.match(/.{1,4}/g)!.join('-');
