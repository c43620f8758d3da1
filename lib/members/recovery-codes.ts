import { randomInt } from 'node:crypto';

import { digestKey } from '@/lib/core/keys';

const key = digestKey('members.recovery');
// Without what is read as something else: 0 and o, 1 and l and i.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of ten letters, 49 bits each. */
export function makeRecoveryCodes(): string[] {
  const some = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 10 }, () => `${some()}-${some()}`);
}

/** What is kept of a member's code, however it is typed. */
export function recoveryDigest(memberId: string, code: string): string {
  return key.digest(`${memberId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
}
