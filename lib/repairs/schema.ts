import { z } from 'zod';

import { maybeLine, maybeLines, multiLine } from '@/lib/core/fields';
import { language, linkKey, orNothing, pickedId, reason, rowNumber, ticked } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';

export const repairStates = [
  ...([
    'ASKED',
    'APPROVED',
    'REFUSED',
    'CANCELLED',
    'RECEIVED',
    'DIAGNOSED',
    'QUOTED',
    'ACCEPTED',
    'DECLINED',
  ] as const),
  ...(['WAITING_PARTS', 'WORKING', 'TESTING', 'READY', 'HANDED_OVER', 'CLOSED'] as const),
] as const;
export type RepairState = (typeof repairStates)[number];

export const handOvers = ['SHIPPED', 'COLLECTED', 'KEPT'] as const;
export type RepairHandOver = (typeof handOvers)[number];

/** The steps of the work itself, which staff note one after the other. */
export const workSteps = ['WAITING_PARTS', 'WORKING', 'TESTING', 'READY'] as const;
export type WorkStep = (typeof workSteps)[number];

/** A guest names the order by the key of its address. */
const asked = { key: linkKey.optional(), locale: language.default('en') };

/** What an owner says of the fault, and where the unit is sent back to. */
export const askRepairInput = z.object({
  ...asked,
  unitId: pickedId,
  note: multiLine(1_000, 3),
  shipTo: maybeLines(400),
  /** Where it is brought; none where it is sent. */
  pointId: orNothing(z.uuid().optional()),
});

/** One repair of whoever asks. */
export const ownRepairInput = z.object({ ...asked, repairId: pickedId });

/** The owner's answer to the version of the quote that they read. */
export const answerQuoteInput = ownRepairInput.extend({ version: rowNumber, answer: z.enum(['ACCEPTED', 'DECLINED']) });

const one = { repairId: pickedId };

/** Staff open a repair for the owner of a unit. */
export const openRepairInput = z.object({
  unitId: pickedId,
  note: multiLine(1_000, 3),
  locale: language.default('en'),
});

export const decideRepairInput = z.object({ ...one, outcome: z.enum(['APPROVED', 'REFUSED']), answer: reason });

export const takeInInput = z.object({
  ...{ ...one, condition: multiLine(1_000, 3), lockOff: ticked, wiped: ticked },
  locationId: orNothing(z.uuid().optional()),
});

export const diagnoseInput = z.object({ ...one, diagnosis: multiLine(2_000, 3) });

/** `shown` is the newest version that the form showed; without an amount it costs nothing. */
export const quoteRepairInput = z.object({
  ...{ ...one, shown: whole(0, 1_000), amount: orNothing(typed(20).optional()) },
  ...{ text: multiLine(1_000, 3), uncovered: maybeLines(500) },
});

export const workOnRepairInput = z.object({ ...one, to: z.enum(workSteps) });

/** `once` is an id of the form, so that it is done once however often it is sent. */
export const usePartInput = z.object({
  ...{ ...one, once: z.uuid(), sku: typed(60), quantity: whole(1, 1_000) },
  locationId: orNothing(z.uuid().optional()),
});

export const handOverInput = z.object({
  ...{ ...one, how: z.enum(handOvers) },
  ...{ carrier: maybeLine(40), tracking: maybeLine(60), paidNote: maybeLine(200) },
});

export const closeRepairInput = z.object(one);

export type AskRepair = z.output<typeof askRepairInput>;
export type OwnRepair = z.output<typeof ownRepairInput>;
export type AnswerQuote = z.output<typeof answerQuoteInput>;
export type OpenRepair = z.output<typeof openRepairInput>;
export type DecideRepair = z.output<typeof decideRepairInput>;
export type TakeIn = z.output<typeof takeInInput>;
export type Diagnose = z.output<typeof diagnoseInput>;
export type QuoteRepair = z.output<typeof quoteRepairInput>;
export type WorkOnRepair = z.output<typeof workOnRepairInput>;
export type UsePart = z.output<typeof usePartInput>;
export type HandOver = z.output<typeof handOverInput>;
export type CloseRepair = z.output<typeof closeRepairInput>;
