import { apiKeyOf, memberId, type Actor } from './actor';
import { cleanJson } from './clean-json';
import type { Ctx } from './context';
import { uuid7 } from './ids';
import type { Prisma } from './prisma-client/client';
import type { Raw } from './raw';
import { cleanText } from './sanitize/clean-text';

export type Act = {
  act: string;
  subject: [type: string, id: string];
  reason?: string;
  detail?: Prisma.InputJsonObject;
};

/** Writes a staff act, with its reason, into the audit log, in the act's own commit. */
export async function audit(
  ctx: Ctx<Raw>,
  { act, subject: [subjectType, subjectId], reason = '', detail = {} }: Act,
): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO "AuditEntry" ("id", "actorId", "act", "subjectType", "subjectId", "reason", "detail", "requestId", "apiKey", "at")
    VALUES (${uuid7(ctx.now)}::uuid, ${memberId(ctx.actor)}::uuid, ${act}, ${subjectType}, ${subjectId}, ${cleanText(reason)}, ${JSON.stringify(cleanJson(detail))}::jsonb, ${ctx.requestId}, ${apiKeyOf(ctx.actor)}, ${ctx.now}::timestamptz)`;
}

/** Whether the actor themself has done such an act to something since a moment. */
export async function hasActed(
  { db, actor }: { db: Raw; actor: Actor },
  { act, subject: [subjectType, subjectId], since }: Pick<Act, 'act' | 'subject'> & { since: Date },
): Promise<boolean> {
  const by = memberId(actor);
  if (by === null) return false;
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "AuditEntry" WHERE "actorId" = ${by}::uuid AND "act" = ${act} AND "at" >= ${since}::timestamptz
      AND "subjectType" = ${subjectType} AND "subjectId" = ${subjectId} LIMIT 1`;
  return rows.length > 0;
}
