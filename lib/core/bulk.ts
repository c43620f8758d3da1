import { z } from 'zod';

import type { SignedIn } from './actor';
import type { Ctx, Reading } from './context';
import { maybeLine } from './fields';
import { listPageSize } from './list';
import type { Permission } from './permissions';
import { language, list } from './pieces';

/** How many rows one act may have. */
export const mostBulkRows = 20_000;

/** What one row of an act is told, by its key and by what is its own or the same for all. */
export type BulkRowInput = { key: string; input: Record<string, unknown> };

/** What will probably become of a row: the code of its refusal, or null where it can be done. */
export type BulkForecast = { key: string; code: string | null };

/** An act that staff may do to many rows: who may, what its form sends, and the command of one row. */
export type BulkKind = {
  list: string;
  permission: Permission;
  /** Who may see the list, and so what was done to it. */
  reads: Permission;
  /** What is the same for all rows; `own` where each row brought its own. */
  input: (own: boolean) => z.ZodType<Record<string, unknown>>;
  /** What has to be asked of others before a row is done, outside of its transaction; may be asked again for the same row. */
  before?: (actor: SignedIn, row: BulkRowInput) => Promise<void>;
  run: (ctx: Ctx, row: BulkRowInput) => Promise<void>;
  forecast: (reading: Reading, keys: string[]) => Promise<BulkForecast[]>;
};

export type BulkKinds = Readonly<Record<string, BulkKind>>;

/** Declares what staff may do to many rows of a domain's list. */
export const declareBulk = <const B extends BulkKinds>(kinds: B): B => kinds;

/** What the form around a list's rows sends: the rows that are ticked, or that all are meant which its address names. */
export const chosenRows = z.object({
  all: z.literal('1').optional(),
  ids: list(z.uuid(), listPageSize),
  query: maybeLine(2_000).transform((text): Record<string, string> => Object.fromEntries(new URLSearchParams(text))),
  locale: language.default('en'),
});
export type ChosenRows = z.output<typeof chosenRows>;
