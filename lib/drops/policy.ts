import { hasRole, isMember, type Actor } from '@/lib/core/actor';

export type WaveTimes = { opensAt: Date; closesAt: Date };
export type Phase = 'upcoming' | 'open' | 'sold-out' | 'ended' | 'cancelled';

/** Who may schedule, announce, add to and cancel drops. */
export function canRunDrops(actor: Actor): boolean {
  return hasRole(actor, 'OPERATIONS');
}

/** The wave that counts at a moment: the open one, else the next, else the last. */
export function waveAt<W extends WaveTimes>(waves: readonly W[], now: Date): W | undefined {
  return waves.find((wave) => now < wave.closesAt) ?? waves.at(-1);
}

/** Where a drop stands at a moment. */
export function phaseOf(drop: { cancelledAt: Date | null; waves: readonly (WaveTimes & { remaining: number })[] }, now: Date): Phase {
  const wave = waveAt(drop.waves, now);
  if (drop.cancelledAt) return 'cancelled';
  if (!wave || now >= wave.closesAt) return 'ended';
  if (now < wave.opensAt) return 'upcoming';
  return wave.remaining > 0 ? 'open' : 'sold-out';
}

/** Why a member may not claim or reserve by who they are, or null. */
export function whyNotEligible(actor: Actor, drop: { minTrust: number }): 'signed-out' | 'unconfirmed' | 'needs-trust' | null {
  if (!isMember(actor)) return 'signed-out';
  if (!actor.confirmed) return 'unconfirmed';
  return actor.trust < drop.minTrust ? 'needs-trust' : null;
}
