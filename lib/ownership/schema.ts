import { z } from 'zod';

import { maybeLine, oneLine, multiLine } from '@/lib/core/fields';
import { whole } from '@/lib/core/whole-number';
import { language, list, pickedId, reason, ticked } from '@/lib/core/pieces';
import { asCrockford, asTyped, typed } from '@/lib/core/typed';

import { mostPictures, transferCodeLength } from './choices';

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

const asSerial = (text: string) => asTyped(text).replaceAll(' ', '').toUpperCase();

/** A device of a product by its serial, as it is typed. */
const typedSerial = typed(60, asSerial).refine((serial) => serial.length >= 3, 'code:required');
export const registerSerialInput = z.object({ productId: pickedId, serial: typedSerial });
export type RegisterSerial = z.output<typeof registerSerialInput>;

/** The key in the QR code of a device's box. */
export const registerPassportInput = z.object({ key: z.string().regex(/^[0-9A-Fa-f]{32}$/) });

/** A request for a device that has to be proved: what the member says, and pictures that they uploaded, by their digests. */
export const askClaimInput = z.object({
  productId: pickedId,
  serial: typedSerial,
  proof: multiLine(2000, 10),
  pictures: list(z.string().regex(/^[0-9a-f]{64}$/), mostPictures),
});
export type AskClaim = z.output<typeof askClaimInput>;

export const withdrawClaimInput = z.object({ claimId: z.uuid() });

export const objectToClaimInput = z.object({ claimId: z.uuid(), objection: multiLine(1000, 3) });
export type ObjectToClaim = z.output<typeof objectToClaimInput>;

export const decideClaimInput = z.object({ claimId: z.uuid(), verdict: z.enum(['ACCEPT', 'REFUSE']), reason });
export type DecideClaim = z.output<typeof decideClaimInput>;

export const noteVoiceInput = z.object({ voiceId: z.uuid() });
export type NoteVoiceInput = z.output<typeof noteVoiceInput>;

export const linkVoiceInput = z.object({ voiceId: z.uuid(), ideaId: pickedId });
export type LinkVoiceInput = z.output<typeof linkVoiceInput>;
