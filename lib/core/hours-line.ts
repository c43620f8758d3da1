/** The hours of a day as people type them; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from './fields';
import { asTyped } from './typed';

const clock = /^(\d{1,2})(?:[:：.]([0-5]\d))?(?:\s*(?:-|–|—|~|～|至|到)\s*)(\d{1,2})(?:[:：.]([0-5]\d))?$/;

/** Hours of a day: `9–12, 13:30–18`, as minutes from and until; nothing on a day off. */
export const hoursLine = maybeLine(100).transform((typed, ctx): [number, number][] => {
  const windows = asTyped(typed)
    .split(/[,，;；、]/)
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [, from, fromMinute = '0', until, untilMinute = '0'] = clock.exec(each) ?? [];
      return [Number(from) * 60 + Number(fromMinute), Number(until) * 60 + Number(untilMinute)] as [number, number];
    });
  if (windows.every((window) => window.every((minute) => minute <= 1_440))) return windows;
  ctx.addIssue({ code: 'custom', message: 'code:hours-unclear' });
  return z.NEVER;
});
