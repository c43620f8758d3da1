import { digestKey } from '@/lib/core/keys';
import type { LimitKind } from '@/lib/core/prisma-client/enums';

const key = digestKey('drops.limit');

/** The digest that the limits of a drop at the payment count by; keyed, so that it tells nobody the address or the card. */
export function limitDigest(kind: LimitKind, value: string): string {
  return key.digest(`${kind}:${value}`);
}

/** What a payment counts as in its drop: one of an address, and one of a card where the gateway tells it. */
export function limitDigests(address: string, fingerprint: string | null): { kinds: LimitKind[]; digests: string[] } {
  const wanted = [['ADDRESS', address] as const, ['PAYMENT', fingerprint] as const].filter(
    (each): each is [LimitKind, string] => Boolean(each[1]),
  );
  return { kinds: wanted.map(([kind]) => kind), digests: wanted.map(([kind, value]) => limitDigest(kind, value)) };
}
