import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { forEachLocale, localText, localizedName } from '@/lib/core/locale';
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
  async (ctx, { payload }: RecordedEvent<'owner.asked'>) => {
    const prompt = await getPromptForNotice(ctx, payload);
    if (!prompt) return null;
    const { memberId, product } = prompt.ownership;
    const question = forEachLocale((locale) => localText(locale, prompt.question.text, prompt.question.textZh));
    return { memberId, data: { product: localizedName(product), question, promptId: prompt.id } };
  },
);
