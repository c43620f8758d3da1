import type { Reading } from '@/lib/core/context';
import { listCredits } from '@/lib/feedback/queries/list-credits';
import { listPublicPosts } from '@/lib/forum/queries/public-posts';
import { getProfile } from '@/lib/members/queries';

/** A member as everyone may see them: who they are, what they wrote on public boards, and which releases name them. */
export async function readProfile(reading: Pick<Reading, 'db' | 'now'>, { handle }: { handle: string }) {
  const member = await getProfile(reading, { handle });
  if (!member) return null;
  const [posts, credits] = await Promise.all([
    listPublicPosts(reading, { authorId: member.id }),
    listCredits(reading, { memberId: member.id }),
  ]);
  const { grants, ownerships, id: _id, ...rest } = member;
  return { ...rest, staff: grants.length > 0, owner: ownerships.length > 0, posts, credits };
}

export type ProfileView = NonNullable<Awaited<ReturnType<typeof readProfile>>>;
