import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import { inEach, localText, named } from '@/lib/core/locale';
import { notifyOf } from '@/lib/notifications/notify-of';
import { askOwner } from '@/lib/ownership/commands';
import { ownershipNotices } from '@/lib/ownership/notices';
import { getPromptForNotice, listDuePrompts } from '@/lib/ownership/queries/owned';

/** Asks every owner whose question has come due. */
export async function askOwners(now: Date): Promise<number> {
  const due = await listDuePrompts(reading(system, now), { limit: 200 });
  let asked = 0;
  for (const promptId of due) if (await transact(askOwner)(system, { promptId }, { now })) asked += 1;
  return asked;
}

/** Puts the question before its owner, in the app and by mail. */
export const tellOfQuestion = notifyOf(
  ownershipNotices['owner.asked'],
  async (ctx, { payload }: Happened<'owner.asked'>) => {
    const prompt = await getPromptForNotice(ctx, payload);
    if (!prompt) return null;
    const { memberId, product } = prompt.ownership;
    const question = inEach((locale) => localText(locale, prompt.question.text, prompt.question.textZh));
    return { memberId, data: { product: named(product), question, promptId: prompt.id } };
  },
);
