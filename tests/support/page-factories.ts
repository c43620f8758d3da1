import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import type { Block } from '@/lib/pages/choices/blocks';
import { savePage } from '@/lib/pages/commands';
import { savePageInput } from '@/lib/pages/schema';

/** A block of text. */
export const textBlock = (en: string, zh = ''): Block => ({ type: 'text', text: { en, zh } });

export type PageFields = { blocks?: unknown[]; [field: string]: unknown };

/** What the form of a page sends. */
export const pageForm = ({ blocks = [textBlock('Hello **you**')], ...more }: PageFields = {}) =>
  savePageInput.parse({ locale: 'en', title: 'About us', blocks: JSON.stringify(blocks), ...more });

/** A page, and how it is saved again by who saw a version of it. */
export async function makePage(actor: Actor, more: PageFields = {}) {
  const save = transact(savePage);
  const made = await save(actor, pageForm(more));
  const again = (change: PageFields, shown = made.version) =>
    save(actor, pageForm({ pageId: made.id, shown, ...more, ...change }));
  return { ...made, again };
}
