import type { Limit } from '@/lib/core/limits';

const mostSubjects = 200_000;

/** Counts uses in this process's memory; answers the seconds to wait, or 0. Each process counts for itself. */
export function rate({ count, seconds }: Limit): (subject: string, now: number) => number {
  const lengthMs = seconds * 1000;
  let window = 0;
  let uses = new Map<string, number>();
  return (subject, now) => {
    const current = Math.floor(now / lengthMs);
    if (current !== window || uses.size > mostSubjects) uses = new Map();
    window = current;
    const used = (uses.get(subject) ?? 0) + 1;
    uses.set(subject, used);
    return used <= count ? 0 : Math.max(1, Math.ceil(((current + 1) * lengthMs - now) / 1000));
  };
}
