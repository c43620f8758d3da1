import { z } from 'zod';

import { oneLine } from '@/lib/core/fields';

/** How many records one command takes, and how many bytes the row of one may have as the database writes it. */
export const mostRecords = 500;
export const mostRowBytes = 256 * 1024;

const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const sourceId = oneLine(200);

/** Which records are meant: those of one kind that one source brought. */
export const recordKind = z.object({ source: word, kind: word });

export const keptRecord = z.object({ sourceId, row: z.record(z.string(), z.unknown()) });
// Each record is judged by itself, so that a bad one fails no other.
export const keepRecordsInput = recordKind.extend({
  records: z.array(z.unknown()).max(mostRecords),
  /** Whether what they say has its place here already, so that nobody waits for them. */
  taken: z.boolean().default(false),
});
export const takeRecordsInput = recordKind.extend({
  records: z.array(z.object({ sourceId, version: z.int().positive() })).max(mostRecords),
});
export const dropRecordsInput = recordKind.extend({ sourceIds: z.array(sourceId).max(mostRecords) });

/** Whom somebody asked to be forgotten, by e-mail address or phone number. */
export const erasePersonInput = z.object({ source: word, person: oneLine(300) });

export type RecordKind = z.input<typeof recordKind>;
export type RecordToKeep = z.input<typeof keptRecord>;
export type KeepRecords = RecordKind & { records: RecordToKeep[]; taken?: boolean };
export type TakeRecords = z.input<typeof takeRecordsInput>;
export type DropRecords = z.input<typeof dropRecordsInput>;
export type ErasePerson = z.input<typeof erasePersonInput>;
