/** What the forms of pages send; safe in the browser. */
import { z } from 'zod';

import { maybeLine, maybeLines, oneLine } from '@/lib/core/fields';
import { locales } from '@/lib/core/locale';
import { jsonText, language, orNothing, rowNumber } from '@/lib/core/pieces';
import { whole } from '@/lib/core/whole-number';

import { blocks, blocksMost } from './choices/blocks';
import { lawKinds, pagePlaces, pageStates } from './choices/kinds';

export const savePageInput = z
  .object({
    pageId: orNothing(z.uuid().optional()),
    shown: whole(0, 2_000_000_000).default(0),
    locale: language,
    /** The wanted end of the address; without one it is made of the title. */
    slug: maybeLine(120),
    title: maybeLine(120),
    titleZh: maybeLine(120),
    description: maybeLine(300),
    descriptionZh: maybeLine(300),
    state: z.enum(pageStates).default('DRAFT'),
    place: z.enum(pagePlaces).default('NOWHERE'),
    /** The list of blocks travels as JSON in one field. */
    blocks: jsonText(blocksMost.characters).pipe(blocks),
  })
  .check(({ value, issues }) => {
    if (!value.title && !value.titleZh)
      issues.push({ code: 'custom', message: 'code:required', path: ['title'], input: value.title });
  });

export type SavePage = z.output<typeof savePageInput>;

/** A page of another site: its text as Markdown in pieces of a block each, and the pictures of other sites that it shows. */
export const importPageInput = z.object({
  source: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  sourceId: oneLine(255),
  /** Whether an earlier import brought it. */
  known: z.boolean().default(false),
  /** The end of the address that it had. */
  slug: maybeLine(255),
  lang: language,
  title: oneLine(120),
  description: maybeLine(300),
  texts: z.array(maybeLines(blocksMost.text)).max(blocksMost.blocks),
  pictures: z.array(z.string().max(2_048)).max(250),
});
export type ImportPage = z.input<typeof importPageInput>;

export const deletePageInput = z.object({ pageId: z.uuid(), shown: rowNumber });
export type DeletePage = z.output<typeof deletePageInput>;

/** In which languages a law page is drafted: both, or the one that the shop writes. */
export const draftLanguages = ['both', ...locales] as const;

export const draftLawPageInput = z.object({
  kind: z.enum(lawKinds),
  languages: z.enum(draftLanguages).default('both'),
});
export type DraftLawPage = z.input<typeof draftLawPageInput>;

export const movePageInput = z.object({ pageId: z.uuid(), to: z.enum(['up', 'down']) });
export type MovePage = z.output<typeof movePageInput>;
