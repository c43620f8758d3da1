/** Pieces of schemas that forms and endpoints of several domains share; texts stand in fields.ts, counts in whole-number.ts. */
import { z } from 'zod';

import { multiLine } from './fields';
import { locales } from './locale';
import { asCrockford, typed } from './typed';
import { whole } from './whole-number';

/** Something turned on or off: by a program, or by the words that a form sends for it. */
export const onOff = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

/** A box of a form: `on` where it is ticked, nothing where it is not. */
export const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false);

/** The id of a row that is picked in a form; it says so where none was. */
export const pickedId = z.uuid('code:required');

/** The number of a row, or a version of it: counted up from 1 within PostgreSQL's integers. */
export const rowNumber = whole(1, 2_000_000_000);

/** The code by which people name a row, such as an order's number, however it is typed. */
export const rowCode = typed(20, asCrockford).pipe(z.string().min(1));

/** A key that a link in a mail carries (link-key.ts), before it is asked what it opens. */
export const linkKey = z.string().regex(/^[\w.-]{1,200}$/);

/** Why somebody of the staff did something to somebody: those whom it is about may read it. */
export const reason = multiLine(500, 3);

/** A language that the interface is in. */
export const language = z.enum(locales);

/** Several values of one name, of at most so many. A form sends one of them as itself, and none as nothing. */
export const list = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(item).max(most));

/** A field that may be left empty: the schema reads it as not given. */
export const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema);

/** What travels as JSON in one field of a form, of so many characters at most; its shape is checked by what it is piped into. */
export const jsonText = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue({ code: 'custom', message: 'code:bad-value' });
        return z.NEVER;
      }
    });
