import type { Ctx } from '@/lib/core/context';
import type { LimitKind } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import { limitDigests } from '../limit-digest';

export type MarkLimits = { dropId: string; claimId: string; address: string; fingerprint: string | null };

/**
 * Notes where a paid unit goes and with what it was paid, as keyed digests. Answers the limit that another buyer of the
 * drop has used already, or null. A concurrent buyer waits for the other's commit and is then refused.
 */
export async function markLimits(
  ctx: Ctx<Raw>,
  { dropId, claimId, address, fingerprint }: MarkLimits,
): Promise<LimitKind | null> {
  const { kinds, digests } = limitDigests(address, fingerprint);
  // A mark that another transaction wrote first may not be visible here: one that is neither new nor one's own is theirs.
  const rows = await ctx.db.$queryRaw<{ kind: LimitKind }[]>`
    WITH new AS (
      INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId")
      SELECT ${dropId}::uuid, want.kind::"LimitKind", want.digest, ${claimId}::uuid FROM unnest(${kinds}::text[], ${digests}::text[]) AS want(kind, digest)
      ON CONFLICT ("dropId", "kind", "digest") DO NOTHING RETURNING "kind"
    )
    SELECT "kind" FROM new UNION ALL SELECT m."kind" FROM "LimitMark" m JOIN unnest(${kinds}::text[], ${digests}::text[]) AS want(kind, digest)
      ON m."dropId" = ${dropId}::uuid AND m."kind" = want.kind::"LimitKind" AND m."digest" = want.digest WHERE m."claimId" = ${claimId}::uuid`;
  return kinds.find((kind) => !rows.some((row) => row.kind === kind)) ?? null;
}

/** Removes the limit marks of a unit that went back. */
export async function freeLimits(ctx: Ctx<Raw>, { claimId }: { claimId: string }): Promise<void> {
  await ctx.db.$executeRaw`DELETE FROM "LimitMark" WHERE "claimId" = ${claimId}::uuid`;
}
