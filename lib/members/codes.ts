import { signingKey } from '@/lib/core/keys';
import { minute } from '@/lib/core/time';

export const codeLifeMs = 15 * minute;
export const codeAttempts = 5;
/** A code to a phone is at hand at once, and is over sooner. */
export const phoneCodeLifeMs = 10 * minute;

const key = signingKey('members.emailCode');

/** Keyed and bound to its row: a stolen table alone gives no six digits back. */
export function hashCode(codeId: string, code: string): string {
  return key.sign(wordsOf(codeId, code));
}

/** Whether a code is the one whose hash a row keeps. */
export function isCodeOf(codeHash: string, codeId: string, code: string): boolean {
  return key.verify(wordsOf(codeId, code), codeHash);
}

const wordsOf = (codeId: string, code: string) => `${codeId}:${code}`;
