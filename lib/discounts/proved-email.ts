import type { Raw } from '@/lib/core/raw';

/** The address that a member has proved to be theirs; null without one. */
export async function provedEmail(db: Raw, memberId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ email: string | null }[]>`
    SELECT m."email" FROM members.mailbox m WHERE m."id" = ${memberId}::uuid AND m."emailVerifiedAt" IS NOT NULL`;
  return row?.email ?? null;
}
