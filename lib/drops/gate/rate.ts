import type { Limit } from '@/lib/core/limits';

const cells = 1 << 20;
const most = 0xffff;

/**
 * Counts uses in this process's memory; answers the seconds to wait, or 0. Each process counts for itself. A subject
 * counts in two cells and the smaller count holds, so that sharing one of them with another does it no harm (a count-min
 * sketch, Cormode and Muthukrishnan 2005). The memory is of one size however many come, and keeps nothing of them: a map
 * of all the addresses of a rush is much work for the garbage collector.
 */
export function rate({ count, seconds }: Limit): (subject: string, now: number) => number {
  const lengthMs = seconds * 1000;
  const uses = new Uint16Array(2 * cells);
  let window = 0;
  return (subject, now) => {
    const current = Math.floor(now / lengthMs);
    if (current !== window) uses.fill(0);
    window = current;
    const used = Math.min(spend(uses, digest(subject, 0x811c9dc5) % cells), spend(uses, cells + (digest(subject, 0x2f0b4a27) % cells)));
    return used <= count ? 0 : Math.max(1, Math.ceil(((current + 1) * lengthMs - now) / 1000));
  };
}

function spend(uses: Uint16Array, cell: number): number {
  const used = Math.min(most, (uses[cell] ?? 0) + 1);
  uses[cell] = used;
  return used;
}

// FNV-1a, 32 bits, from a start of its own for each cell; its low bits are mixed once more.
function digest(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
