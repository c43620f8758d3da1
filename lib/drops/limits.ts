import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  claim: { name: 'claim', count: 30, seconds: 10 },
  claimAddress: { name: 'claim-address', count: 600, seconds: 10 },
  unknownDrop: { name: 'unknown-drop', count: 60, seconds: 60 },
  ledger: { name: 'ledger', count: 240, seconds: 60 },
  drawList: { name: 'draw-list', count: 60, seconds: 60 },
  redeem: { name: 'redeem', count: 10, seconds: 600 },
  redeemAddress: { name: 'redeem-address', count: 60, seconds: 600 },
} as const satisfies Record<string, Limit>;
