import { createHmac } from 'node:crypto';

import { env } from '@/lib/core/env';
import { minute } from '@/lib/core/time';

export const codeLifeMs = 15 * minute;
export const codeAttempts = 5;

/** Keyed and bound to its row: a stolen table alone gives no six digits back. */
export function hashCode(codeId: string, code: string): string {
  return createHmac('sha256', env.AUTH_SECRET).update(`code:${codeId}:${code}`).digest('hex');
}
