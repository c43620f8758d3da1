import { createHmac } from 'node:crypto';

import { env } from '@/lib/core/env';
import type { LimitKind } from '@/lib/core/prisma-client/enums';

/** The digest that the limits of a drop at the payment count by; keyed, so that it tells nobody the address or the card. */
export function limitDigest(kind: LimitKind, value: string): string {
  return createHmac('sha256', env.AUTH_SECRET).update(`drop-limit:${kind}:${value}`).digest('base64url').slice(0, 22);
}
