import { readableCode } from '@/lib/core/ids';
import { digestKey } from '@/lib/core/keys';
import { asCrockford } from '@/lib/core/typed';

const signs = 12;
const key = digestKey('drops.fCode');

/** A new F-code, sixty random bits: `F-XXXX-XXXX-XXXX`. */
export function makeFCode(): string {
  return `F-${readableCode(signs).match(/.{4}/g)!.join('-')}`;
}

/** The digest by which a code is known, however it was typed. Keyed, so that the table alone does not tell a code. Null for what cannot be one. */
export function digestOf(typed: string): string | null {
  const plain = asCrockford(typed.slice(0, 60));
  const body = plain.length === signs + 1 && plain.startsWith('F') ? plain.slice(1) : plain;
  if (body.length !== signs) return null;
  return key.digest(body);
}
