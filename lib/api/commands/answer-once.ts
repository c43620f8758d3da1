import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { after, day } from '@/lib/core/time';

/** A write that its caller has named: `request` is the digest of what was asked. */
export type NamedWrite = { keyId: string; idempotencyKey: string; request: string };
export type KeptAnswer = { status: number; body: Prisma.JsonObject };

// Rows of a key that are over are deleted a few at a time, by its next writes.
const fewRows = 100;

/**
 * Does a named write once: whoever sends it again within a day gets the first answer. A second one at the same moment waits for the
 * first one's commit. A refusal is not kept, so that it may be tried again. Refuses with idempotency-key-reused where the name was
 * given to another request.
 */
export async function answerOnce(
  ctx: Ctx,
  { keyId, idempotencyKey, request }: NamedWrite,
  write: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  await forgetOld(ctx, keyId);
  const where = { keyId_idempotencyKey: { keyId, idempotencyKey } };
  // A name that is older than a day is as new.
  const first = await ctx.db.$executeRaw`
    INSERT INTO "ApiAnswer" AS kept ("keyId", "idempotencyKey", "request", "at") VALUES (${keyId}::uuid, ${idempotencyKey}, ${request}, ${ctx.now}::timestamptz)
    ON CONFLICT ("keyId", "idempotencyKey") DO UPDATE SET "request" = excluded."request", "at" = excluded."at", "status" = 0, "body" = '{}'
    WHERE kept."at" <= ${after(ctx.now, -day)}::timestamptz`;
  if (first === 0) {
    const kept = await ctx.db.apiAnswer.findUniqueOrThrow({ where });
    if (kept.request !== request) throw new Refused('idempotency-key-reused');
    return { status: kept.status, body: kept.body as Prisma.JsonObject };
  }
  const answer = await write();
  await ctx.db.apiAnswer.update({ where, data: answer });
  return answer;
}

async function forgetOld(ctx: Ctx, keyId: string): Promise<void> {
  await ctx.db.$executeRaw`
    DELETE FROM "ApiAnswer" WHERE ("keyId", "idempotencyKey") IN (
      SELECT "keyId", "idempotencyKey" FROM "ApiAnswer" WHERE "keyId" = ${keyId}::uuid AND "at" <= ${after(ctx.now, -day)}::timestamptz
      ORDER BY "at" LIMIT ${fewRows}::int FOR UPDATE SKIP LOCKED)`;
}
