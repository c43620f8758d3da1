import type { Limit } from '@/lib/core/limits';
import { day } from '@/lib/core/time';

/** For how long a code passes a device on, in milliseconds. */
export const transferFor = 14 * day;

/** For how long the owner of a device may object before it moves to somebody who proved that it is theirs, in milliseconds. */
export const objectFor = 7 * day;

/** How many times in how many seconds. */
export const limits = {
  makeTransfer: { name: 'transfer-make', count: 20, seconds: 86_400 },
  /** Codes that nobody gave out, by member and by network. */
  tryTransfer: { name: 'transfer-try', count: 10, seconds: 3600 },
  tryTransferNetwork: { name: 'transfer-try-network', count: 60, seconds: 3600 },
  /** Every try counts, those that succeed too. */
  registerSerial: { name: 'serial-register', count: 10, seconds: 3600 },
  registerSerialNetwork: { name: 'serial-register-network', count: 40, seconds: 3600 },
  askClaim: { name: 'owner-claim', count: 5, seconds: 86_400 },
} as const satisfies Record<string, Limit>;
