import { randomInt } from 'node:crypto';

import type { Limit } from '@/lib/core/limits';

const cells = 1 << 20;
const most = 0xffff;

/**
 * Counts uses in this process's memory; answers the seconds to wait, or 0. Each process counts for itself. A subject
 * counts in two cells and the smaller count holds, so that sharing one of them with another does it no harm (a count-min
 * sketch, Cormode and Muthukrishnan 2005). The memory is of one size however many come, and keeps nothing of them: a map
 * of all the addresses of a rush is much work for the garbage collector. Where a subject's cells are is drawn anew in each
 * process, so that nobody can find subjects that fill the cells of another.
 */
export function rate({ count, seconds }: Limit): (subject: string, now: number) => number {
  const lengthMs = seconds * 1000;
  const uses = new Uint16Array(2 * cells);
  const [first, second] = [drawKey(), drawKey()];
  let window = 0;
  return (subject, now) => {
    const current = Math.floor(now / lengthMs);
    if (current !== window) uses.fill(0);
    window = current;
    const used = Math.min(
      spend(uses, digest(subject, first) % cells),
      spend(uses, cells + (digest(subject, second) % cells)),
    );
    return used <= count ? 0 : Math.max(1, Math.ceil(((current + 1) * lengthMs - now) / 1000));
  };
}

function spend(uses: Uint16Array, cell: number): number {
  const used = Math.min(most, (uses[cell] ?? 0) + 1);
  uses[cell] = used;
  return used;
}

type Key = { start: number; factor: number };

// A factor near 1 or -1 by its low bits leaves the low bits of a digest almost as they were: of 400 pairs of any odd factors 16 put up to a
// tenth of a hundred thousand addresses beside others in both cells. Those that are 3 or 5 by their last three bits do not.
function drawKey(): Key {
  return { start: randomInt(2 ** 32), factor: (randomInt(2 ** 29) * 8 + (randomInt(2) === 0 ? 3 : 5)) >>> 0 };
}

// The loop of FNV-1a, 32 bits, with a start and a factor of its own for each cell; its low bits are mixed once more.
function digest(text: string, { start, factor }: Key): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), factor);
  return (value ^ (value >>> 15)) >>> 0;
}
