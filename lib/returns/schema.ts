import { z } from 'zod';

import { fieldsById } from '@/lib/core/fields-by-id';
import { maybeLine, maybeLines, nameLine } from '@/lib/core/fields';
import { language, linkKey, orNothing, pickedId, reason, rowCode } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';

export const returnWishes = ['WITHDRAWAL', 'FAULTY', 'MISSING'] as const;
export type ReturnWish = (typeof returnWishes)[number];

export const returnStates = ['ASKED', 'APPROVED', 'REFUSED', 'CANCELLED', 'ON_THE_WAY', 'COUNTED', 'CLOSED'] as const;
export type ReturnState = (typeof returnStates)[number];

export const returnGrades = ['AS_NEW', 'OPENED', 'DAMAGED'] as const;
export const returnOutcomes = ['REFUND', 'REPLACE', 'SEND_BACK'] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];

/** The order of whoever asks: a member's by its number, a guest's by the key of its address. */
const asked = { number: rowCode.optional(), key: linkKey.optional(), locale: language.default('en') };
const pieces = whole(0, 1_000_000);

/** What its buyer wants to send back; how many of each line arrives as `units.<line>`. */
export const askReturnInput = z
  .object({ ...asked, wish: z.enum(returnWishes), note: maybeLines(1_000) })
  .catchall(z.unknown())
  .transform(({ number, key, locale, wish, note, ...form }, ctx) => ({
    ...{ number, key, locale, wish, note },
    pieces: fieldsById(form, ctx, 'units', orNothing(pieces.default(0))),
  }));

/** One return of an order of whoever asks. */
export const ownReturnInput = z.object({ ...asked, returnId: pickedId });

/** How the parcel that brings it is followed. */
export const sentReturnInput = ownReturnInput.extend({ carrier: nameLine(40), tracking: maybeLine(60) });

export const decideReturnInput = z.object({
  returnId: pickedId,
  outcome: z.enum(['APPROVED', 'REFUSED']),
  answer: reason,
});

/** What came back: `counted.<line>`, `grade.<line>`, `unit.<unit>` for each device, and where what goes into stock lies. */
export const countReturnInput = z
  .object({ returnId: pickedId, locationId: orNothing(z.uuid().optional()) })
  .catchall(z.unknown())
  .transform(({ returnId, locationId, ...form }, ctx) => ({
    ...{ returnId, locationId },
    counted: fieldsById(form, ctx, 'counted', pieces),
    grades: fieldsById(form, ctx, 'grade', z.enum(returnGrades)),
    unitIds: [...fieldsById(form, ctx, 'unit', z.literal('on')).keys()],
  }));

/** What becomes of it: `outcome.<line>`, and what is taken off the value of what came back. */
export const settleReturnInput = z
  .object({ returnId: pickedId, deduct: orNothing(typed(20).optional()), deductReason: maybeLine(200) })
  .catchall(z.unknown())
  .transform(({ returnId, deduct, deductReason, ...form }, ctx) => ({
    ...{ returnId, deduct, deductReason },
    outcomes: fieldsById(form, ctx, 'outcome', z.enum(returnOutcomes)),
  }));

export type AskReturn = z.output<typeof askReturnInput>;
export type OwnReturn = z.output<typeof ownReturnInput>;
export type SentReturn = z.output<typeof sentReturnInput>;
export type DecideReturn = z.output<typeof decideReturnInput>;
export type CountReturn = z.output<typeof countReturnInput>;
export type SettleReturn = z.output<typeof settleReturnInput>;
