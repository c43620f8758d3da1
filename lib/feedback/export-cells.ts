import type { Reading } from '@/lib/core/context';
import { plainAmount } from '@/lib/core/money';

import { readTriage } from './queries/triage';

/** The first line of a file of ideas; programs read it, so that it is not translated. */
export const ideaHead = [
  'number',
  'title',
  'kind',
  'stage',
  'stage_since',
  'created_at',
  'product',
  'board',
  'author',
  'votes',
  'owners',
  'voters_orders',
];

/** The cells of ideas with what weighs them; the flow has asked for the permission. */
export async function ideaCells(
  reading: Pick<Reading, 'db' | 'actor'>,
  { ids }: { ids: string[] },
): Promise<(string | number)[][]> {
  const ideas = await readTriage(reading, ids);
  return ideas.map((idea) => [
    idea.number,
    idea.title,
    idea.kind,
    idea.stage,
    idea.stageAt.toISOString(),
    idea.createdAt.toISOString(),
    idea.product.handle,
    idea.board.name,
    idea.author.handle,
    idea.votes,
    idea.owners,
    idea.worth
      .map(
        ({ currency, minor, about }) => `${about ? 'about ' : ''}${currency} ${plainAmount(Number(minor), currency)}`,
      )
      .join('; '),
  ]);
}
