import { z } from 'zod';

import { maybeLine, maybeLines, multiLine } from '@/lib/core/fields';
import { pickedId, rowNumber } from '@/lib/core/pieces';

import { notedKinds } from './policy';

/** The most units of one list. */
export const mostSerials = 2_000;
export const serialShape = /^[\p{Lu}\p{N}][\p{Lu}\p{N}._/-]{2,49}$/u;

/** A list as it is pasted: one unit a line, its serial and behind it its IMEIs and EID, apart by spaces, commas or tabs. */
export const receiveSerialsInput = z.object({ variantId: pickedId, serials: multiLine(100_000, 3) });

/** `shown` is the number of the last event that the form showed. */
export const noteUnitInput = z.object({
  unitId: pickedId,
  kind: z.enum(notedKinds),
  note: maybeLine(200),
  shown: rowNumber,
});

/** Serials as they were scanned into a parcel, one a line; no more than one list has. */
export const packedSerials = maybeLines(100_000)
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .pipe(z.array(z.string().max(80)).max(mostSerials));

export type ReceiveSerials = z.infer<typeof receiveSerialsInput>;
export type NoteUnit = z.infer<typeof noteUnitInput>;
