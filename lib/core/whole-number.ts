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

/** The same, or null where the field is left empty. */
export function wholeOrNone(least: number, most: number) {
  const count = whole(least, most);
  return z
    .unknown()
    .optional()
    .transform((given, ctx) => {
      if (given === undefined || (typeof given === 'string' && given.trim() === '')) return null;
      const read = count.safeParse(given);
      if (read.success) return read.data;
      for (const { message } of read.error.issues) ctx.addIssue({ code: 'custom', message, params: { least, most } });
      return z.NEVER;
    });
}

// Full-width digits are typed by some keyboards; 0x10, 1e3 and 2.50 are not what anybody means by a count.
function readWhole(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}
