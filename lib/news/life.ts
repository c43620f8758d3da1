import { day } from '@/lib/core/time';

/** How long a mailed link confirms an address. */
export const confirmLifeMs = 7 * day;

/** How long it can be shown that somebody who left had agreed. */
export const leftLifeMs = 3 * 365 * day;
