import { type Actor, isMember, may } from '@/lib/core/actor';
import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';
import { after, day, second } from '@/lib/core/time';

export type WaveTimes = { opensAt: Date; closesAt: Date };
export type Phase = 'upcoming' | 'opening' | 'open' | 'paused' | 'sold-out' | 'ended' | 'cancelled';

/** Who may schedule, announce, pause, add to and cancel drops. */
export function canRunDrops(actor: Actor): boolean {
  return may(actor, 'drops.run');
}

/** The wave that counts at a moment: the open one, else the next, else the last. */
export function waveAt<W extends WaveTimes>(waves: readonly W[], now: Date): W | undefined {
  return waves.find((wave) => now < wave.closesAt) ?? waves.at(-1);
}

/** The rule by which a drop's units are given: `fairSeconds` is how long the fair opening of a first-come drop lasts. */
export type Rule = { mode: DropMode; fairSeconds: number };

/** Whether a seed ranks the entries: a draw, or a fair opening. Else claims are taken as they come. */
export function isRanked({ mode, fairSeconds }: Rule): boolean {
  return mode === 'DRAW' || fairSeconds > 0;
}

/** When a wave's units are given by rank; null where claims are taken as they come. */
export function decidesAt(rule: Rule, wave: WaveTimes): Date | null {
  if (!isRanked(rule)) return null;
  return rule.mode === 'DRAW' ? wave.closesAt : after(wave.opensAt, rule.fairSeconds * second);
}

/** Whether a wave still gathers entries: its units are given by rank and have not been given. */
export function isUndecided(rule: Rule, wave: { decidedAt: Date | null }): boolean {
  return isRanked(rule) && wave.decidedAt === null;
}

/** The units of a wave that anyone may still claim: what is held back for F-codes is not among them. */
export function remainingIn(allotments: readonly { channel: Channel; remaining: number }[]): number {
  return allotments.reduce((sum, { channel, remaining }) => (channel === 'FCODE' ? sum : sum + remaining), 0);
}

export type StagedWave = WaveTimes & { remaining: number; pausedAt: Date | null; decidedAt: Date | null };
export type Staged<W extends StagedWave = StagedWave> = Rule & { cancelledAt: Date | null; waves: readonly W[] };

/** Where a drop stands at a moment. `opening`: entries are taken and no unit is given yet. */
export function phaseOf(drop: Staged, now: Date): Phase {
  const wave = waveAt(drop.waves, now);
  if (drop.cancelledAt) return 'cancelled';
  if (!wave || now >= wave.closesAt) return 'ended';
  if (now < wave.opensAt) return 'upcoming';
  if (wave.pausedAt) return 'paused';
  if (isUndecided(drop, wave)) return 'opening';
  return wave.remaining > 0 ? 'open' : 'sold-out';
}

/** How long after its last wave a drop still offers what comes back, in milliseconds. */
export const waitlistLife = 7 * day;

/** Whether members may begin to wait for a unit to come back: the wave has opened and its units were given. */
export function takesWaiting(
  drop: Rule & { cancelledAt: Date | null },
  wave: WaveTimes & { decidedAt: Date | null },
  now: Date,
): boolean {
  if (drop.cancelledAt || now < wave.opensAt || now >= after(wave.closesAt, waitlistLife)) return false;
  return !isUndecided(drop, wave);
}

/** Whether staff may still name who claims from a channel's units: before the first wave opens, and between two waves. */
export function takesNames(
  { cancelledAt, waves }: { cancelledAt: Date | null; waves: readonly WaveTimes[] },
  now: Date,
): boolean {
  const wave = waveAt(waves, now);
  return !cancelledAt && wave !== undefined && now < wave.opensAt;
}

/** Why a member may not claim or reserve by who they are, or null. */
export function whyNotEligible(
  actor: Actor,
  drop: { minTrust: number },
): 'signed-out' | 'unconfirmed' | 'needs-address' | 'needs-trust' | null {
  if (!isMember(actor)) return 'signed-out';
  if (!actor.confirmed) return 'unconfirmed';
  // What becomes of a unit is mailed, and a drop may allow one to a mailbox.
  if (actor.withoutAddress) return 'needs-address';
  return actor.trust < drop.minTrust ? 'needs-trust' : null;
}

/** Whether anyone may have a unit of a variant at a moment: `soon` when a wave that is to come offers it, `gone` when there was one. */
export type OnSale = 'now' | 'soon' | 'paused' | 'gone' | 'never';

type OfferingWave = StagedWave & { allotments: readonly { variantId: string; channel: Channel; remaining: number }[] };

/** How a variant stands for anyone, by the wave that counts; units set aside for a channel are for nobody else. */
export function onSale(drop: Staged<OfferingWave>, variantId: string, now: Date): OnSale {
  const offers = ({ allotments }: OfferingWave) =>
    allotments.filter((each) => each.channel === 'PUBLIC' && each.variantId === variantId);
  const offering = drop.waves.filter((wave) => offers(wave).length > 0);
  if (offering.length === 0) return 'never';
  if (drop.cancelledAt) return 'gone';
  const wave = waveAt(drop.waves, now)!;
  const later = offering.some(({ opensAt }) => opensAt > now) ? 'soon' : 'gone';
  const phase = phaseOf(drop, now);
  if (!offering.includes(wave) || phase === 'ended' || phase === 'upcoming') return later;
  if (phase === 'paused') return 'paused';
  return phase === 'opening' || remainingIn(offers(wave)) > 0 ? 'now' : later;
}
