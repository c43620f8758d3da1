import { z } from 'zod';

import { maybeLine, oneLine, multiLine } from '@/lib/core/fields';
import { whole } from '@/lib/core/whole-number';
import { language, pickedId, ticked } from '@/lib/core/pieces';
import { asCrockford, typed } from '@/lib/core/typed';

import { transferCodeLength } from './choices';

/** The one question that a product asks its owners some days after delivery. */
export const questionInput = z.object({
  productId: z.uuid(),
  text: oneLine(500),
  textZh: maybeLine(500),
  afterDays: whole(0, 365).default(7),
});

/** What an owner answers to their product's question. */
export const answerSchema = z.object({
  promptId: z.uuid(),
  rating: z.enum(['1', '2', '3', '4', '5'], 'code:rating-missing').transform(Number),
  body: multiLine(2000),
});

/** Passes a device on; `sharesName` shows the receiver who does. */
export const makeTransferInput = z.object({ ownershipId: z.uuid(), sharesName: ticked });
export type MakeTransfer = z.output<typeof makeTransferInput>;

export const takeBackTransferInput = z.object({ transferId: z.uuid() });

/** A code by which a device is passed on, however it is typed. */
export const transferCode = typed(transferCodeLength, asCrockford).refine(
  (code) => code.length === transferCodeLength,
  'code:transfer-unknown',
);

export const acceptTransferInput = z.object({ code: transferCode });
export type AcceptTransfer = z.output<typeof acceptTransferInput>;

/** A code that was typed, and the language of the page that shows what it passes on. */
export const findTransferInput = z.object({ code: transferCode, locale: language });

export const noteVoiceInput = z.object({ voiceId: z.uuid() });
export type NoteVoiceInput = z.output<typeof noteVoiceInput>;

export const linkVoiceInput = z.object({ voiceId: z.uuid(), ideaId: pickedId });
export type LinkVoiceInput = z.output<typeof linkVoiceInput>;
