import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { firstOf } from '@/lib/core/fields';
import { takeTurns } from '@/lib/core/take-turns';

import { textsOf, type Block } from '../choices/blocks';
import { gapsOf } from '../choices/gaps';
import type { PageKind } from '../choices/kinds';

type Publishing = {
  id: string | null;
  kind: PageKind;
  title: string;
  titleZh: string;
  description: string;
  descriptionZh: string;
  blocks: Block[];
};

/** Refuses to publish a page without words, one with gaps, and a second one of a kind that the law asks for. */
export async function requirePublishable(ctx: Ctx, page: Publishing): Promise<void> {
  if (!page.blocks.some((each) => textsOf(each).some(({ en, zh }) => en || zh)))
    throw new Refused('page-empty', 'nothing is written', { field: 'state' });
  const [first, ...more] = gapsOf(page);
  if (first)
    throw new Refused('page-gaps', 'something is still to be filled in', {
      field: 'state',
      values: { first: firstOf(first, 80), count: more.length + 1 },
    });
  const { id, kind } = page;
  if (kind === 'OWN') return;
  // Publishers of one kind take turns: the second finds the first one's page.
  await takeTurns(ctx.db, `page:${kind}`);
  const other = await ctx.db.page.findFirst({
    where: { kind, state: 'PUBLISHED', ...(id && { id: { not: id } }) },
    select: { id: true },
  });
  if (other) throw new Refused('page-kind-published', 'another page of this kind is published', { field: 'state' });
}
