import { isMember, isStaff } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';

const mostProducts = 500;

/** The boards that the reader may see, as a filter. Every query and command of the forum goes through it. */
export async function seenBoards({ db, actor }: Pick<Reading, 'db' | 'actor'>): Promise<Prisma.BoardWhereInput> {
  if (isStaff(actor)) return {};
  if (!isMember(actor)) return { visibility: 'PUBLIC' };
  const owned = await db.ownership.findMany({
    where: { memberId: actor.id, endedAt: null },
    select: { productId: true },
    distinct: ['productId'],
    take: mostProducts,
  });
  const everyone: Prisma.BoardWhereInput = { visibility: { in: ['PUBLIC', 'MEMBERS'] } };
  if (owned.length === 0) return everyone;
  const products = owned.map(({ productId }) => productId);
  return { OR: [everyone, { visibility: 'OWNERS', OR: [{ productId: null }, { productId: { in: products } }] }] };
}

type Seen = { visibility: 'PUBLIC' | 'MEMBERS' | 'OWNERS' | 'STAFF'; productId: string | null };

/** Of these members, the ids of those who may see the board: nobody is told of what they may not read. */
export async function whoSees({ db }: Pick<Reading, 'db'>, board: Seen, memberIds: string[]): Promise<Set<string>> {
  if (board.visibility === 'PUBLIC' || board.visibility === 'MEMBERS') return new Set(memberIds);
  const owns: Prisma.MemberWhereInput = { ownerships: { some: { endedAt: null, productId: board.productId ?? undefined } } };
  const serves: Prisma.MemberWhereInput = { roles: { some: {} } };
  const rows = await db.member.findMany({
    where: { id: { in: memberIds }, ...(board.visibility === 'OWNERS' ? { OR: [owns, serves] } : serves) },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
