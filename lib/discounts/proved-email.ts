import type { Raw } from '@/lib/core/raw';

/** The address that a member has proved to be theirs; null without one. */
export async function provedEmail(db: Raw, memberId: string): Promise<string | null> {
  return (await provedEmails(db, [memberId])).get(memberId) ?? null;
}

/** The same of several members, by their ids; those without one are not there. */
export async function provedEmails(db: Raw, memberIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; email: string }[]>`
    SELECT m."id", m."email" FROM members.mailbox m WHERE m."id" = ANY (${memberIds}::uuid[]) AND m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL`;
  return new Map(rows.map(({ id, email }) => [id, email]));
}
