import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';

import { decidesAt, phaseOf, remainingIn, waveAt, type Phase } from '../policy';
import type { Terms, TermsWave } from './load-terms';

export type ChannelStock = { channel: Channel; units: number; remaining: number };
export type VariantStock = { variantId: string; units: number; remaining: number; channels: ChannelStock[] };

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

type Stock = ChannelStock & { variantId: string };
type PublicTerms = Omit<Terms, 'id' | 'regions' | 'waves'> & {
  waves: readonly (Omit<TermsWave, 'id' | 'allotments'> & { allotments: readonly Stock[] })[];
};

/** What anyone may see of a drop at a moment, from its terms and its stock. */
export function publicState(terms: PublicTerms, now: Date): PublicState {
  const wave = waveAt(terms.waves, now);
  const { slug, mode, fairSeconds, reservations, needsReservation, minTrust, proofOfWork } = terms;
  return {
    slug,
    phase: phaseOf(
      { ...terms, waves: terms.waves.map((each) => ({ ...each, remaining: remainingIn(each.allotments) })) },
      now,
    ),
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

// What is held back for F-codes does not remain for others.
function variantsOf(allotments: readonly Stock[]): VariantStock[] {
  const variants = new Map<string, VariantStock>();
  for (const { variantId, channel, units, remaining } of allotments) {
    const variant = variants.get(variantId) ?? { variantId, units: 0, remaining: 0, channels: [] };
    variant.units += units;
    if (channel !== 'FCODE') variant.remaining += remaining;
    variant.channels.push({ channel, units, remaining });
    variants.set(variantId, variant);
  }
  return [...variants.values()];
}
