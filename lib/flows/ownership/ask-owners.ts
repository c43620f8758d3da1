import { system } from '@/lib/core/actor';
import { reading, transact, type Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { inEach, localText, named } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { tell } from '@/lib/notifications/commands';
import { askOwner } from '@/lib/ownership/commands';
import { getToldPrompt, listDuePrompts } from '@/lib/ownership/queries/owned';

/** Asks every owner whose question has come due. */
export async function askOwners(now: Date): Promise<number> {
  const due = await listDuePrompts(reading(system, now), { limit: 200 });
  let asked = 0;
  for (const promptId of due) if (await transact(askOwner)(system, { promptId }, { now })) asked += 1;
  return asked;
}

/** Puts the question before its owner, in the app and by mail. */
export async function tellOfQuestion(ctx: Ctx, { id: eventId, payload }: Happened<'owner.asked'>): Promise<void> {
  const prompt = await getToldPrompt(ctx, payload);
  if (!prompt) return;
  const { ownership, question } = prompt;
  const data = {
    product: named(ownership.product),
    question: inEach((locale) => localText(locale, question.text, question.textZh)),
  };
  await tell(ctx, { memberId: ownership.memberId, kind: 'owner.asked', data, path: paths.answer(prompt.id), eventId });
}
