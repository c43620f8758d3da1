/** What the forms of pages send; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';
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

export const deletePageInput = z.object({ pageId: z.uuid(), shown: rowNumber });
export type DeletePage = z.output<typeof deletePageInput>;

export const draftLawPageInput = z.object({ kind: z.enum(lawKinds) });
export type DraftLawPage = z.output<typeof draftLawPageInput>;

export const movePageInput = z.object({ pageId: z.uuid(), to: z.enum(['up', 'down']) });
export type MovePage = z.output<typeof movePageInput>;
