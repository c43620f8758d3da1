import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { readMarket } from '@/lib/core/current-market';
import { allow, Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { editedFields } from '../parts';
import { canEditPages } from '../policy';
import type { DraftLawPage } from '../schema';
import { lawWords } from './law-words';
import { renderBlocks } from '../render-blocks';
import { nextPosition } from './next-position';
import { writeVersion } from './write-version';

/** Makes the draft of a law page in the languages that the shop writes, of the brand's and the market's data. Refuses where a draft of that kind is there already. */
export async function draftLawPage(ctx: Ctx, { kind, languages }: DraftLawPage): Promise<{ id: string }> {
  allow(canEditPages(ctx.actor));
  // Of two who ask at once the second finds the first one's draft.
  await takeTurns(ctx.db, `page:${kind}`);
  const there = await ctx.db.page.findFirst({ where: { kind, state: 'DRAFT' }, select: { id: true } });
  if (there) throw new Refused('law-page-drafted', 'a draft of this kind is there');
  const known = { brand: await readBrand(ctx.db), market: await readMarket(ctx.db) };
  const words = lawWords(kind, known, languages);
  const rendered = await renderBlocks(ctx, words.blocks);
  const page = await ctx.db.page.create({
    data: { kind, ...words, rendered, position: await nextPosition(ctx), createdAt: ctx.now, updatedAt: ctx.now },
    select: editedFields,
  });
  await writeVersion(ctx, page, []);
  const detail = { version: page.version, title: page.title };
  await audit(ctx, { act: 'page.draftLaw', subject: ['page', page.id], detail });
  return { id: page.id };
}
