import { z } from 'zod';

/** A whole number between two limits, as a form or a program sends it; whatever else was typed is refused, never read as another number or as none. */
export function whole(least: number, most: number) {
  return z.unknown().transform((given, ctx) => {
    const count = typeof given === 'string' ? readWhole(given) : given;
    if (typeof count === 'number' && Number.isInteger(count) && count >= least && count <= most) return count;
    const empty = given === undefined || (typeof given === 'string' && given.trim() === '');
    ctx.addIssue({ code: 'custom', message: empty ? 'code:required' : 'code:whole-number', params: { least, most } });
    return z.NEVER;
  });
}

// Full-width digits are typed by some keyboards; 0x10, 1e3 and 2.50 are not what anybody means by a count.
function readWhole(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}
