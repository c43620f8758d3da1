import { z } from 'zod';

import { maybeLine, oneLine, multiLine } from '@/lib/core/fields';
import { whole } from '@/lib/core/whole-number';
import { pickedId } from '@/lib/core/pieces';

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

export const noteVoiceInput = z.object({ voiceId: z.uuid() });
export type NoteVoiceInput = z.output<typeof noteVoiceInput>;

export const linkVoiceInput = z.object({ voiceId: z.uuid(), ideaId: pickedId });
export type LinkVoiceInput = z.output<typeof linkVoiceInput>;
