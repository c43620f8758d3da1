/** Where waves stand on one line of time, in percent of it. */

type Times = { number: number; opensAt: Date; closesAt: Date };
export type Span = {
  number: number;
  start: number;
  width: number;
  /** Where within the wave its units are given; null where claims are taken as they come. */
  decides: number | null;
};

/**
 * The spans of waves between the first opening and the last close, in percent, and where the present stands among them; null while it stands
 * outside. `decidesAt` tells when a wave's units are given by rank.
 */
export function timelineOf<W extends Times>(
  waves: readonly W[],
  decidesAt: (wave: W) => Date | null,
  now: Date,
): { spans: Span[]; now: number | null } {
  const from = Math.min(...waves.map(({ opensAt }) => opensAt.getTime()));
  const until = Math.max(...waves.map(({ closesAt }) => closesAt.getTime()));
  const whole = Math.max(1, until - from);
  const place = (at: Date, begin = from, length = whole) => ((at.getTime() - begin) / length) * 100;
  const spans = waves.map((wave) => {
    const { number, opensAt, closesAt } = wave;
    const length = Math.max(1, closesAt.getTime() - opensAt.getTime());
    const given = decidesAt(wave);
    return {
      ...{ number, start: place(opensAt), width: (length / whole) * 100 },
      decides: given && place(given, opensAt.getTime(), length),
    };
  });
  return { spans, now: now.getTime() >= from && now.getTime() <= until ? place(now) : null };
}
