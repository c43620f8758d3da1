import { isMember, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { ideaList, readIdeas } from '@/lib/feedback/list';
import { canTriage } from '@/lib/feedback/policy';
import { findIdeas } from '@/lib/feedback/queries';
import { listChosenIdeas } from '@/lib/feedback/queries/ideas-to-stage';
import type { ChooseIdeas } from '@/lib/feedback/schema';
import { allOf } from '@/lib/lists/all-of';
import { draftBulk } from '@/lib/lists/commands';

/**
 * Drafts an act on the ideas that are ticked, or on all that a list's address names at this moment, each with the stage that it has
 * now. Answers the draft's id.
 */
export async function chooseIdeas(actor: Actor, { act, all, ids, query }: ChooseIdeas): Promise<string> {
  if (!isMember(actor) || !canTriage(actor)) throw notFound('list');
  const ask = reading(actor);
  const asked = readIdeas(query);
  const find = (zone: string) => findIdeas(ask, { asked, zone });
  const chosen = all ? await allOf(ask, { list: ideaList, asked, find }) : ids;
  const ideas = await listChosenIdeas(ask, { ids: chosen });
  const rows = ideas.map(({ number, stage }) => ({ key: String(number), input: { from: stage } }));
  return transact(draftBulk)(actor, { list: ideaList.name, act, rows });
}
