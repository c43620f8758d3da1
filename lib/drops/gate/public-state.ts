import type { DropMode } from '@/lib/core/prisma-client/enums';

import { decidesAt, phaseOf, variantsOf, waveAt, type Phase, type VariantStock } from '../policy';
import type { Terms } from './load-terms';

/** What anyone may see of a drop at a moment, as `GET /api/drops/:slug/state` and the live stream tell it. */
export type PublicState = {
  slug: string;
  phase: Phase;
  /** The server's clock, in milliseconds. */
  now: number;
  wave: number;
  waves: number;
  opensAt: string;
  closesAt: string;
  mode: DropMode;
  fairSeconds: number;
  /** When the units are given by rank: after the fair opening or at the end of a draw. Null where claims are taken as they come. */
  decidesAt: string | null;
  decided: boolean;
  seedHash: string | null;
  variants: VariantStock[];
  reservations: number;
  needsReservation: boolean;
  minTrust: number;
  proofOfWork: boolean;
};

export function publicState(terms: Terms, now: Date): PublicState {
  const wave = waveAt(terms.waves, now);
  const { slug, mode, fairSeconds, reservations, needsReservation, minTrust, proofOfWork } = terms;
  return {
    slug,
    phase: phaseOf(terms, now),
    now: now.getTime(),
    wave: wave?.number ?? 0,
    waves: terms.waves.length,
    opensAt: (wave?.opensAt ?? now).toISOString(),
    closesAt: (wave?.closesAt ?? now).toISOString(),
    mode,
    fairSeconds,
    decidesAt: (wave && decidesAt(terms, wave)?.toISOString()) ?? null,
    decided: Boolean(wave?.decidedAt),
    seedHash: wave?.seedHash ?? null,
    variants: variantsOf(wave?.allotments ?? []),
    reservations,
    needsReservation,
    minTrust,
    proofOfWork,
  };
}
