import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';

import { canMove, canTriage } from '../policy';
import { ideaActs, type IdeaAct, type IdeaStage } from '../schema';
import { ideaJoins } from '../sql';

type Row = { id: string; number: number; title: string; lang: string; stage: IdeaStage };

/** Ideas that were chosen from the list, in the order of their ids: each by its number, with the stage that it has now. */
export async function listChosenIdeas({ db, actor }: Reading, { ids }: { ids: string[] }): Promise<Row[]> {
  if (!canTriage(actor)) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT i."id"::text, t."number", t."title", t."lang", i."stage"::text AS stage FROM "Idea" i ${ideaJoins} WHERE i."id" = ANY(${ids}::uuid[])`;
  return inOrderOf(ids, rows);
}

/** Ideas by their numbers, for naming them. */
export async function listIdeasByNumber({ db, actor }: Reading, { numbers }: { numbers: string[] }): Promise<Row[]> {
  if (!canTriage(actor)) return [];
  const known = numbers.map(Number).filter((number) => Number.isSafeInteger(number) && number < 2 ** 31);
  return db.$queryRaw<Row[]>`
    SELECT i."id"::text, t."number", t."title", t."lang", i."stage"::text AS stage FROM "Idea" i ${ideaJoins} WHERE t."number" = ANY(${known}::int[])`;
}

/** What will probably become of each of these ideas: the code of its refusal, or null where it can be moved now. */
export async function forecastIdeas(
  reading: Reading,
  { act, numbers }: { act: IdeaAct; numbers: string[] },
): Promise<{ key: string; code: string | null }[]> {
  const rows = await listIdeasByNumber(reading, { numbers });
  const stages = new Map(rows.map(({ number, stage }) => [String(number), stage]));
  const to = ideaActs[act];
  return numbers.map((key) => {
    const stage = stages.get(key);
    if (!stage) return { key, code: 'not-found' };
    if (canMove(stage, to)) return { key, code: null };
    return { key, code: stage === to ? 'done-before' : 'wrong-stage' };
  });
}
