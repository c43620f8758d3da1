import { createHmac } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { LimitKind } from '@/lib/core/prisma-client/enums';

export type MarkLimits = { dropId: string; claimId: string; address: string; fingerprint: string | null };

/**
 * Notes where a paid unit goes and with what it was paid, as keyed digests. Answers the limit that another buyer of the
 * drop has used already, or null. Who comes at the same moment waits for the other's commit and then sees it.
 */
export async function markLimits(ctx: Ctx, { dropId, claimId, address, fingerprint }: MarkLimits): Promise<LimitKind | null> {
  const wanted: [LimitKind, string | null][] = [['ADDRESS', address], ['PAYMENT', fingerprint]];
  for (const [kind, value] of wanted) if (value && !(await mark(ctx, { dropId, claimId, kind, digest: digestOf(kind, value) }))) return kind;
  return null;
}

async function mark(ctx: Ctx, { dropId, claimId, kind, digest }: { dropId: string; claimId: string; kind: LimitKind; digest: string }): Promise<boolean> {
  const rows = await ctx.db.$queryRaw<{ claimId: string }[]>`
    INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId") VALUES (${dropId}::uuid, ${kind}::"LimitKind", ${digest}, ${claimId}::uuid)
    ON CONFLICT ("dropId", "kind", "digest") DO UPDATE SET "digest" = EXCLUDED."digest" RETURNING "claimId"`;
  return rows[0]?.claimId === claimId;
}

function digestOf(kind: LimitKind, value: string): string {
  return createHmac('sha256', env.AUTH_SECRET).update(`drop-limit:${kind}:${value}`).digest('base64url').slice(0, 22);
}
