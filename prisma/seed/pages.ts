import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import type { LawKind } from '@/lib/pages/choices/kinds';
import { draftLawPage, savePage } from '@/lib/pages/commands';
import { getPageToEdit } from '@/lib/pages/queries/staff-pages';
import { savePageInput } from '@/lib/pages/schema';

import { filledGaps } from './pages-filled';
import { pages } from './pages-told';
import type { World } from './world';

const published: readonly LawKind[] = ['TERMS', 'PRIVACY', 'RETURNS', 'IMPRINT'];

/** Writes the demo's own pages, and has the law pages drafted: all but one are filled in and published. */
export async function seedPages({ cast, ago }: World): Promise<void> {
  const admin = cast.admin as SignedIn;
  const now = ago(390);
  for (const { blocks, ...told } of pages) {
    const form = { ...told, locale: 'en', state: 'PUBLISHED', blocks: JSON.stringify(blocks) };
    await transact(savePage)(admin, savePageInput.parse(form), { now });
  }
  for (const kind of [...published, 'ACCESSIBILITY'] as const) {
    const { id } = await transact(draftLawPage)(admin, { kind }, { now });
    if (kind !== 'ACCESSIBILITY') await publish(admin, id, now);
  }
}

async function publish(admin: SignedIn, pageId: string, now: Date): Promise<void> {
  const page = (await getPageToEdit(reading(admin), { id: pageId }))!;
  const { title, titleZh, description, descriptionZh } = page;
  const texts = { title, titleZh, description, descriptionZh };
  const form = { ...texts, pageId, shown: 1, locale: 'en', state: 'PUBLISHED', blocks: filled(page.blocks) };
  await transact(savePage)(admin, savePageInput.parse(form), { now });
}

// The note that a draft begins with goes, and what it asks for is filled in.
const filled = (blocks: unknown): string =>
  JSON.stringify(blocks)
    .replace(/\*\*\[\[[^\]]*\]\]\*\*\\n\\n/g, '')
    .replace(/\[\[([^\]]*)\]\]/g, (_, asked: string) => filledGaps[asked] ?? `*(${asked})*`);
