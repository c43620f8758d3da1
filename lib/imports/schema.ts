import { z } from 'zod';

import { oneLine } from '@/lib/core/fields';
import { isCurrency } from '@/lib/core/money';
import { language, orNothing, pickedId, ticked } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import { importPartBytes, mostFormFileBytes, mostImportBytes } from './choices';

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

/** A part of a file of an old shop: which file, as the browser calls it, and where the part begins. */
export const importPartInput = z
  .object({ file: z.uuid(), name: oneLine(200), bytes: whole(1, mostImportBytes), at: whole(0, mostImportBytes) })
  .refine(({ at, bytes }) => at < bytes && at % importPartBytes === 0);
export type ImportPart = z.output<typeof importPartInput>;

/** A file of an old shop that a form sends whole. */
export const sendImportFileInput = z.object({
  file: z
    .instanceof(File, { message: 'code:required' })
    .refine(({ size }) => size > 0, 'code:required')
    .refine(({ size }) => size <= mostFormFileBytes, 'code:import-file-form'),
});
export type SendImportFile = z.output<typeof sendImportFileInput>;

export const importFileInput = z.object({ id: pickedId });

const site = (protocols: RegExp) =>
  oneLine(300).transform((typed, ctx): string => {
    const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    const url = URL.canParse(address) ? new URL(address) : null;
    const plain = url && protocols.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
    if (plain && /^[^.]+(?:\.[^.]+)+$/.test(url.hostname)) return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    ctx.addIssue({ code: 'custom', message: 'code:import-site' });
    return z.NEVER;
  });

/** What the rehearsal of a shop's files is told: the currency of amounts beside which none stands, and the old shop's address. */
export const rehearseShopInput = z.object({
  currency: oneLine(3)
    .transform((code) => code.toUpperCase())
    .refine(isCurrency, 'code:import-currency'),
  shop: orNothing(
    site(/^https?:$/)
      .transform((address) => new URL(address).origin)
      .optional(),
  ),
});
export const rehearseShopForm = rehearseShopInput.extend({ locale: language });
export type RehearseShop = z.output<typeof rehearseShopInput>;

/** What the rehearsal of a forum is told: its address, and whether topics are read again that its lists say are unchanged. */
export const rehearseForumInput = z.object({ site: site(/^https:$/), again: ticked });
export const rehearseForumForm = rehearseForumInput.extend({ locale: language });
export type RehearseForum = z.output<typeof rehearseForumInput>;

export const importRunInput = z.object({ id: pickedId });
export const importRehearsedForm = importRunInput.extend({ locale: language });
