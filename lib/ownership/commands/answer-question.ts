import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { ownedNow } from '../published';

export type AnswerQuestion = { promptId: string; rating: number; body: string };

/** Answers what the product asked its owner: the answer goes to the product's triage queue, in the owner's own words. */
export async function answerQuestion(ctx: Ctx, { promptId, rating, body }: AnswerQuestion): Promise<string> {
  const prompt = found(await ownPrompt(ctx, promptId));
  if (prompt.voice) throw new Refused('already-answered', 'This question has been answered');
  const { memberId: owner, productId } = prompt.ownership;
  const written = await ctx.db.ownerVoice.createManyAndReturn({
    data: [{ promptId, productId, memberId: owner, rating, body, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const voice = written[0];
  if (!voice) throw new Refused('already-answered', 'This question has been answered');
  await ctx.record('owner.answered', { voiceId: voice.id });
  return voice.id;
}

async function ownPrompt(ctx: Ctx, promptId: string) {
  const owner = memberId(ctx.actor);
  if (!owner) return null;
  return ctx.db.ownerPrompt.findUnique({
    where: { id: promptId, askedAt: { not: null }, ownership: { memberId: owner, ...ownedNow } },
    select: { voice: { select: { id: true } }, ownership: { select: { memberId: true, productId: true } } },
  });
}
