import { memberId } from './actor';
import type { Ctx } from './context';
import type { Prisma } from './prisma-client/client';

export type Act = {
  act: string;
  subject: [type: string, id: string];
  reason?: string;
  detail?: Prisma.InputJsonObject;
};

/** Writes a staff act, with its reason, into the audit log, in the act's own commit. */
export async function audit(ctx: Ctx, { act, subject: [subjectType, subjectId], reason = '', detail = {} }: Act): Promise<void> {
  await ctx.db.auditEntry.create({
    data: { actorId: memberId(ctx.actor), act, subjectType, subjectId, reason, detail, requestId: ctx.requestId, at: ctx.now },
  });
}
