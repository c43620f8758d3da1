import { digestKey } from '@/lib/core/keys';

const key = digestKey('credit.code');

/** What a row keeps of a gift card's code. */
export const codeDigest = (code: string): string => key.digest(code);
