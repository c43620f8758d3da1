import type { Ctx } from '@/lib/core/context';

import type { Leads } from '../choices';

/** Writes redirects by one statement, in the places of those with the same address. Of two with one address only one may be given. */
export async function writeRedirects({ db, now }: Ctx, rows: readonly Leads[], byId: string | null): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "Redirect" ("id", "fromPath", "to", "createdAt", "updatedAt", "byId")
    SELECT gen_random_uuid(), row."from", row."to", ${now}::timestamptz, ${now}::timestamptz, ${byId}::uuid
    FROM unnest(${rows.map(({ from }) => from)}::text[], ${rows.map(({ to }) => to)}::text[]) AS row("from", "to")
    ON CONFLICT ("fromPath") DO UPDATE
      SET "to" = excluded."to", "version" = "Redirect"."version" + 1, "updatedAt" = excluded."updatedAt", "byId" = excluded."byId"`;
}
