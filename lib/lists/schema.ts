import { z } from 'zod';

import { maybeLine, maybeLines, nameLine } from '@/lib/core/fields';
import { language, list, pickedId, reason, ticked } from '@/lib/core/pieces';

const name = z.string().regex(/^[a-z][a-zA-Z-]{0,39}$/);

/** The columns of a list that somebody wants to see; none gives back those of the list. */
export const chooseColumnsSchema = z.object({ list: name, columns: list(name, 40) });
export type ChooseColumns = z.output<typeof chooseColumnsSchema>;

/** What the form of an export sends besides the address of the list. */
export const exportSchema = z.object({ reason, locale: language.default('en') });

/** The same of a list that holds nothing of anybody. */
export const plainExportSchema = exportSchema.extend({ reason: maybeLines(500) });

/** An act on many, begun with what is the same for all its rows; its kind reads the rest. */
export const startBulkSchema = z.object({ id: pickedId }).catchall(z.union([z.string().max(1_000), z.undefined()]));
/** One act on many. */
export const bulkSchema = z.object({ id: pickedId });
export const dropBulkSchema = bulkSchema.extend({ locale: language.default('en'), list: name });

/** A list's address under a name: its query without its page. */
export const saveViewSchema = z.object({ list: name, name: nameLine(40), query: maybeLine(1_000), shared: ticked });
export type SaveView = z.output<typeof saveViewSchema>;

export const changeViewSchema = z.object({ id: pickedId, name: nameLine(40), shared: ticked });
export type ChangeView = z.output<typeof changeViewSchema>;

export const viewSchema = z.object({ id: pickedId });
