const reasons = [
  'sold-out',
  'not-open',
  'closed',
  'paused',
  'rate-limited',
  'needs-pass',
  'pass-ended',
  'signed-out',
  'unconfirmed',
  'needs-address',
  'needs-trust',
  'needs-reservation',
  'needs-proof',
  'email-used',
  'already-owned-limit',
  'limit',
  'hold-ended',
  'busy',
] as const;

export type RefusalReason = (typeof reasons)[number] | 'f-code' | 'other';

/** Refusals by the reasons that have a sentence of their own; all others stand together. */
export function gatherRefusals(
  refusals: readonly { reason: string; count: number }[],
): { reason: RefusalReason; count: number }[] {
  const sums = new Map<RefusalReason, number>();
  for (const { reason, count } of refusals) {
    const known = knownReason(reason);
    sums.set(known, (sums.get(known) ?? 0) + count);
  }
  return [...sums].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}

function knownReason(reason: string): RefusalReason {
  if (reason.startsWith('f-code')) return 'f-code';
  return reasons.find((each) => each === reason) ?? 'other';
}
