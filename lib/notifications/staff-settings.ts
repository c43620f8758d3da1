import { randomUUID } from 'node:crypto';

import { isMember, isStaff, type SignedIn } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx, Reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { usualChannels } from './choices/staff-kinds';
import type { Choices } from './schema';
import { kindsFor } from './staff-kinds';
import { secretOf } from './staff-webhook';

/** Keeps over what one of the staff hears of the kinds that they may hear of. */
export async function saveStaffNotices(ctx: Ctx, { choices }: { choices: Choices }): Promise<void> {
  const actor = staffMember(ctx);
  for (const kind of kindsFor(actor)) {
    const channels = choices[kind] ?? [];
    const memberId_kind = { memberId: actor.id, kind };
    await ctx.db.staffNoticeChoice.upsert({
      where: { memberId_kind },
      create: { ...memberId_kind, channels },
      update: { channels },
    });
  }
}

/** Sets where somebody is told in their chat, in place of what was there. Answers the secret of its messages, this once. */
export async function saveStaffWebhook(ctx: Ctx, { address }: { address: string }): Promise<{ secret: string }> {
  const actor = staffMember(ctx);
  await takeTurns(ctx.db, `webhook:${actor.id}`);
  await ctx.db.staffWebhook.deleteMany({ where: { memberId: actor.id } });
  const id = randomUUID();
  await ctx.db.staffWebhook.create({ data: { id, memberId: actor.id, address, createdAt: ctx.now } });
  await audit(ctx, { act: 'webhook.save', subject: ['member', actor.id] });
  return { secret: secretOf(id) };
}

/** Removes it; what waits to be sent there is not. */
export async function removeStaffWebhook(ctx: Ctx): Promise<void> {
  const actor = staffMember(ctx);
  const { count } = await ctx.db.staffWebhook.deleteMany({ where: { memberId: actor.id } });
  if (count > 0) await audit(ctx, { act: 'webhook.remove', subject: ['member', actor.id] });
}

/** What one of the staff chose, for each kind that they may hear of, and where their chat is. Two statements. */
export async function getStaffNotices({ db, actor }: Reading & { actor: SignedIn }) {
  const rows = await db.staffNoticeChoice.findMany({ where: { memberId: actor.id } });
  const webhook = await db.staffWebhook.findUnique({
    where: { memberId: actor.id },
    select: { address: true, disabledAt: true },
  });
  const kinds = kindsFor(actor).map((kind) => ({
    kind,
    channels: rows.find((row) => row.kind === kind)?.channels ?? usualChannels(kind),
  }));
  // A chat's address is a key to it: only the host is shown again.
  return { kinds, webhook: webhook && { host: new URL(webhook.address).host, disabledAt: webhook.disabledAt } };
}

function staffMember({ actor }: Ctx): SignedIn {
  if (!isMember(actor) || !isStaff(actor)) throw new Refused('forbidden');
  return actor;
}
