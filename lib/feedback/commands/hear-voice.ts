import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canTriage, isOpen } from '../policy';
import { linkVoiceInput, noteVoiceInput, type LinkVoiceInput, type NoteVoiceInput } from '../schema';
import { lockIdea, touchIdea } from './idea-to-change';
import { castVote } from './vote-idea';

export type WaitingVoice = { id: string; stage: string; productId: string; memberId: string; body: string };

/** Lays an owner's answer aside as read. */
export async function noteVoice(ctx: Ctx, input: NoteVoiceInput): Promise<{ id: string }> {
  const voice = await waitingVoice(ctx, noteVoiceInput.parse(input).voiceId);
  await settle(ctx, voice, null);
  await ctx.emit('owner.heard', { voiceId: voice.id });
  return { id: voice.id };
}

/** Joins an owner's answer to an idea that asks for the same; the owner counts among its voters. */
export async function linkVoice(ctx: Ctx, input: LinkVoiceInput): Promise<{ id: string }> {
  const { voiceId, ideaId } = linkVoiceInput.parse(input);
  const voice = await waitingVoice(ctx, voiceId);
  const idea = await lockIdea(ctx, ideaId);
  if (!isOpen(idea)) throw new Refused('merge-closed', 'The idea is closed', { field: 'ideaId' });
  if (idea.productId !== voice.productId)
    throw new Refused('merge-other-product', 'Another product', { field: 'ideaId' });
  await castVote(ctx, ideaId, voice.memberId);
  await settle(ctx, voice, ideaId);
  await ctx.emit('owner.heard', { voiceId });
  touchIdea(ctx, idea);
  return { id: voice.id };
}

/** An owner's answer that nobody has dealt with, its row locked. */
export async function waitingVoice(ctx: Ctx, id: string): Promise<WaitingVoice> {
  allow(canTriage(ctx.actor));
  const rows = await ctx.db.$queryRaw<WaitingVoice[]>`
    SELECT "id", "stage"::text AS stage, "productId", "memberId", "body" FROM "OwnerVoice" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const voice = found(rows[0], 'voice');
  if (voice.stage !== 'NEW') throw new Refused('voice-settled', 'Somebody dealt with it');
  return voice;
}

/** Takes an owner's answer out of the queue, with the idea it became part of. */
export async function settle(ctx: Ctx, voice: WaitingVoice, ideaId: string | null): Promise<void> {
  await ctx.db.ownerVoice.update({
    where: { id: voice.id },
    data: { stage: ideaId ? 'LINKED' : 'NOTED', ideaId, triagedById: memberId(ctx.actor), triagedAt: ctx.now },
    select: { id: true },
  });
  await audit(ctx, {
    act: ideaId ? 'voice.link' : 'voice.note',
    subject: ['voice', voice.id],
    detail: ideaId ? { ideaId } : {},
  });
}
