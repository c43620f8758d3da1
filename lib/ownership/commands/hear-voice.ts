import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canTriageVoices } from '../policy';
import { noteVoiceInput, type NoteVoiceInput } from '../schema';

export type WaitingVoice = { id: string; stage: string; productId: string; memberId: string; body: string };

/** Lays an owner's answer aside as read. */
export async function noteVoice(ctx: Ctx, input: NoteVoiceInput): Promise<{ id: string }> {
  const voice = await waitingVoice(ctx, noteVoiceInput.parse(input).voiceId);
  await closeVoice(ctx, voice, null);
  await ctx.emit('owner.heard', { voiceId: voice.id });
  return { id: voice.id };
}

/** An owner's answer that nobody has dealt with, its row locked. */
export async function waitingVoice(ctx: Ctx, id: string): Promise<WaitingVoice> {
  allow(canTriageVoices(ctx.actor));
  const rows = await ctx.db.$queryRaw<WaitingVoice[]>`
    SELECT "id", "stage"::text AS stage, "productId", "memberId", "body" FROM "OwnerVoice" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const voice = found(rows[0], 'voice');
  if (voice.stage !== 'NEW') throw new Refused('voice-settled', 'Somebody dealt with it');
  return voice;
}

/** Takes an owner's answer out of the queue, with the idea it became part of. */
export async function closeVoice(ctx: Ctx, voice: WaitingVoice, ideaId: string | null): Promise<void> {
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
