export type FCodeState = 'usable' | 'used' | 'expired' | 'revoked';

/** What can be said of a code at a moment. */
export function fCodeState(
  code: { redeemedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): FCodeState {
  if (code.redeemedAt) return 'used';
  if (code.revokedAt) return 'revoked';
  return code.expiresAt <= now ? 'expired' : 'usable';
}
