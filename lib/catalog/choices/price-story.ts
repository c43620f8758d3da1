import { after, day, holdsAt } from '@/lib/core/time';

export const priceReasons = ['REGULAR', 'LAUNCH', 'OFFER', 'CLEARANCE'] as const;
export type PriceReason = (typeof priceReasons)[number];

/** Why a price stands before the regular one. */
export type PhaseReason = Exclude<PriceReason, 'REGULAR'>;

/** So many stretches of prices may lie ahead of a variant in one currency. */
export const mostPlanned = 60;

/** A price as it holds from a moment until another; amounts in minor units. */
export type TimedPrice = { currency: string; amountMinor: number; reason: PriceReason; from: Date; until: Date | null };

/** What a buyer is told of a price beside its amount. */
export type PriceStory = {
  /** A phase that holds now, with its end and what it costs after it where that is known; null under the regular price. */
  phase: { reason: PhaseReason; until: Date | null; thenMinor: number | null } | null;
  /** The lowest amount of the 30 days before what holds now began, where that was higher: what a reduction is compared with. */
  priorMinor: number | null;
};

/** For so long before a reduction its prior price is the lowest: Directive 98/6/EC, article 6a (2). */
const priorSpan = 30 * day;

/**
 * What is told of the price that holds at a moment, of the prices of a variant in any order. The prior price is the lowest of the 30 days before the
 * present amount began, or since `offeredSince` where that is shorter (article 6a (4)); stretches of one amount that follow each other are one.
 */
export function priceStory(
  prices: readonly TimedPrice[],
  asked: { currency: string; now: Date; offeredSince: Date },
): PriceStory {
  const { currency, now, offeredSince } = asked;
  const own = prices.filter((each) => each.currency === currency).toSorted((a, b) => Number(a.from) - Number(b.from));
  const at = own.findIndex((each) => holdsAt(each, now));
  const held = own[at];
  if (!held) return { phase: null, priorMinor: null };
  const next = own[at + 1];
  const thenMinor = held.until && next && Number(next.from) === Number(held.until) ? next.amountMinor : null;
  return {
    phase: held.reason === 'REGULAR' ? null : { reason: held.reason, until: held.until, thenMinor },
    priorMinor: priorOf(own, at, offeredSince),
  };
}

function priorOf(own: readonly TimedPrice[], at: number, offeredSince: Date): number | null {
  const { amountMinor } = own[at]!;
  let first = at;
  while (first > 0 && own[first - 1]!.amountMinor === amountMinor && touch(own[first - 1]!, own[first]!)) first -= 1;
  const began = own[first]!.from;
  const since = later(after(began, -priorSpan), offeredSince);
  const before = own
    .slice(0, first)
    .filter(({ from, until }) => from < began && since < began && (until ?? began) > since)
    .map((each) => each.amountMinor);
  const lowest = Math.min(...before);
  return before.length > 0 && lowest > amountMinor ? lowest : null;
}

const touch = (one: TimedPrice, next: TimedPrice): boolean => Number(one.until) === Number(next.from);
const later = (one: Date, two: Date): Date => (one > two ? one : two);

/**
 * The regular price at a moment: what holds where no phase does, what comes after a phase that has an end, and the phase itself where nothing comes.
 * Of prices of one variant in one currency; undefined where there are none from then on.
 */
export function regularAt<P extends Omit<TimedPrice, 'currency' | 'amountMinor'>>(
  prices: readonly P[],
  now: Date,
): P | undefined {
  const ahead = prices
    .filter(({ until }) => until === null || until > now)
    .toSorted((a, b) => Number(a.from) - Number(b.from));
  return ahead.find(({ reason }) => reason === 'REGULAR') ?? ahead[0];
}
