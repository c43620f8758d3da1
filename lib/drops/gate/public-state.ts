import { phaseOf, waveAt, type Phase } from '../policy';
import type { Terms } from './load-terms';

/** What anyone may see of a drop at a moment, as `GET /api/drops/:slug/state` and the live stream tell it. */
export type PublicState = {
  slug: string;
  phase: Phase;
  /** The server's clock, in milliseconds. */
  now: number;
  wave: number;
  opensAt: string;
  closesAt: string;
  variants: { variantId: string; units: number; remaining: number }[];
  reservations: number;
  needsReservation: boolean;
  minTrust: number;
};

export function publicState(terms: Terms, now: Date): PublicState {
  const wave = waveAt(terms.waves, now);
  return {
    slug: terms.slug,
    phase: phaseOf(terms, now),
    now: now.getTime(),
    wave: wave?.number ?? 0,
    opensAt: (wave?.opensAt ?? now).toISOString(),
    closesAt: (wave?.closesAt ?? now).toISOString(),
    variants: (wave?.allotments ?? []).map(({ variantId, units, remaining }) => ({ variantId, units, remaining })),
    reservations: terms.reservations,
    needsReservation: terms.needsReservation,
    minTrust: terms.minTrust,
  };
}
