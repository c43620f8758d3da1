import type { Ctx } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';

import { customerName, notJoined } from './bring-customers';

type Guest = { email: string; name: string; locale: Locale };

/**
 * The member whom an order by a guest is of: who has that address, as a customer, as an account that has proved it, or as an imported member
 * whom nobody can enter yet; else a new customer. An account that has not proved the address could be a stranger's, so that such an order
 * is of a customer without an address: where it is sent is shown to nobody who has not had the mail.
 */
export async function buyerOf(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  { email, name, locale }: Guest,
): Promise<string> {
  const called = customerName(name, locale);
  const [made] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "Member" ("id", "name", "email", "locale", "createdAt") VALUES (${uuid7(now)}::uuid, ${called}, ${email}, ${locale}, ${notJoined}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING "id"`;
  if (made) return made.id;
  // A second statement, which sees what was written meanwhile; held, so that nobody enters it before the commit.
  const [known] = await db.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "Member" m WHERE m."email" = ${email} AND (m."handle" IS NULL OR m."emailVerifiedAt" IS NOT NULL
      OR (m."passwordHash" IS NULL AND m."phone" IS NULL AND NOT EXISTS (SELECT FROM "SignInAccount" s WHERE s."memberId" = m."id")))
    FOR NO KEY UPDATE OF m`;
  if (known) return known.id;
  const [apart] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "Member" ("id", "name", "locale", "createdAt") VALUES (${uuid7(now)}::uuid, ${called}, ${locale}, ${notJoined}::timestamptz) RETURNING "id"`;
  return apart!.id;
}
