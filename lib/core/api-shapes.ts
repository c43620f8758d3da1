import { z } from 'zod';

/** Pieces of what the API takes and answers. Descriptions and examples are those of the OpenAPI document. */
export const moment = z.iso
  .datetime()
  .meta({ description: 'A moment, ISO 8601, UTC.', example: '2026-11-29T08:30:00.000Z' });

/** An amount in the least units of its currency. */
export const minor = z
  .int()
  .meta({ description: 'An amount in the least unit of the currency: cents, yen.', example: 12900 });

/** A currency by its code. */
export const currency = z.string().meta({ description: 'ISO 4217.', example: 'USD' });

/** A moment that a caller gives, with an offset or in UTC. */
export const givenMoment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** How many rows a page has at most. */
export const pageLimit = z
  .string()
  .regex(/^([1-9]\d?|100)$/, 'a number from 1 to 100')
  .default('50')
  .transform(Number)
  .meta({ description: 'Rows on a page, 1 to 100; 50 where it is not given.', example: '50' });

/** A place in a list. It means nothing to a caller. */
export const cursor = z
  .string()
  .regex(/^[0-9a-z.-]{1,60}$/, 'a cursor that an answer gave')
  .meta({ description: 'What next was on the page before.' });

/** Where a list goes on. */
export const nextPage = {
  next: z
    .string()
    .meta({ description: 'The cursor of the next page. Keep it: it also goes on from here tomorrow.', example: '2s' }),
  more: z
    .boolean()
    .meta({
      description: 'Whether to ask for the next page at once. A page may be short, even empty, while there is more.',
    }),
};
