/** When a running wave will have sold what everyone may claim, if it goes on as its last minutes went. */
import { minute } from '@/lib/core/time';

/** Net claims of units for everyone since the opening of a wave, in steps of so many seconds; times in milliseconds. */
export type NetPace = { opensAt: number; step: number; net: readonly number[] };
export type Projected = {
  /** Over how many seconds claims were counted. */
  seconds: number;
} & ({ soldOutAt: number } | { leftAtClose: number });

const [soonest, shortest, longest] = [minute, 5 * minute, 60 * minute];
const fewest = 3;

/** `from` is when units began to be given. */
type Asked = { pace: NetPace; left: number; from: number; closesAt: number; now: number };

/**
 * Goes on as the last quarter of the time since `from` went, at least five minutes and at most an hour of it, if it lasts that long: units are
 * sold out at a moment before the close, or some are left then. Null in the first minute, where nothing is left, and where too few were
 * claimed to tell.
 */
export function projectSellOut({ pace: { opensAt, step, net }, left, from, closesAt, now }: Asked): Projected | null {
  const elapsed = now - from;
  if (left <= 0 || elapsed < soonest || now >= closesAt) return null;
  const since = now - Math.min(longest, Math.max(shortest, elapsed / 4));
  // Whole steps alone: the first is the one that begins then or later.
  const first = Math.ceil((Math.max(since, from) - opensAt) / (step * 1000));
  const seconds = (now - opensAt) / 1000 - first * step;
  const claimed = net.slice(first).reduce((sum, each) => sum + each, 0);
  if (seconds <= 0 || claimed < fewest) return null;
  const perMs = claimed / seconds / 1000;
  const soldOutAt = now + left / perMs;
  return soldOutAt < closesAt
    ? { seconds, soldOutAt }
    : { seconds, leftAtClose: Math.round(left - perMs * (closesAt - now)) };
}
