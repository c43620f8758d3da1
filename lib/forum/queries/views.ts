import type { Prisma } from '@/lib/core/prisma-client/client';
import { clock } from '@/lib/core/time';
import { isKnown, statusLink } from '@/lib/catalog/published';
import { isOfStaff, memberName } from '@/lib/members/published';
import { ownsOf } from '@/lib/ownership/published';

import type { BoardRule } from '../rules';
import type { BoardVisibility, ThreadKind } from '../schema';
import { ruledBoard } from '../scopes';

/** An author as every page shows them: with the marks of an owner and of staff. */
export type Author = { handle: string; name: string; avatar: string | null; owner: boolean; staff: boolean };

export type BoardFacts = {
  slug: string;
  name: string;
  nameZh: string;
  description: string;
  descriptionZh: string;
  visibility: BoardVisibility;
  rules: BoardRule[];
  /** What the board is about; null also while that product is a draft, of which nobody knows. */
  product: { id: string; handle: string; title: string; titleZh: string } | null;
};

export type ThreadItem = {
  number: number;
  slug: string;
  title: string;
  kind: ThreadKind;
  lang: string;
  excerpt: string;
  author: Author;
  createdAt: Date;
  lastPostAt: Date;
  postCount: number;
  replies: number;
  votes: number;
  pinned: boolean;
  closed: boolean;
  answered: boolean;
  lastBy: { name: string; handle: string; avatar: string | null } | null;
  board: { slug: string; name: string; nameZh: string };
};

export type PostView = {
  id: string;
  number: number;
  branch: number;
  depth: number;
  html: string;
  createdAt: Date;
  editedAt: Date | null;
  votes: number;
  /** Null, like the text, when the post is out of sight. */
  author: Author | null;
  hidden: 'staff' | 'author' | null;
  /** Whom a second-level reply answers, when that is not its root. */
  answers: { number: number; name: string } | null;
};

export const boardFields = {
  slug: true,
  name: true,
  nameZh: true,
  description: true,
  descriptionZh: true,
  visibility: true,
  rules: ruledBoard.rules,
  product: { select: statusLink },
} as const satisfies Prisma.BoardSelect;

type BoardRow = Prisma.BoardGetPayload<{ select: typeof boardFields }>;

/** A board as everyone who may read it sees it. */
export function asBoard<B extends BoardRow>({
  product,
  ...board
}: B): Omit<B, 'product'> & Pick<BoardFacts, 'product'> {
  if (!product || !isKnown(product)) return { ...board, product: null };
  const { status: _status, ...link } = product;
  return { ...board, product: link };
}

/** How many replies of a thread can be read. */
export const repliesOf = ({ postCount, hiddenCount }: { postCount: number; hiddenCount: number }): number =>
  Math.max(0, postCount - 1 - hiddenCount);

const nobody = '00000000-0000-0000-0000-000000000000';

/** What to read of an author; the owner mark is for those who own the board's product now. */
export function authorFields(productId: string | null | undefined) {
  return {
    ...memberName,
    grants: isOfStaff(clock()),
    ownerships: ownsOf(productId ?? nobody),
  } as const satisfies Prisma.MemberSelect;
}

type AuthorRow = { handle: string; name: string; avatar: string | null; grants: unknown[]; ownerships: unknown[] };

export function asAuthor({ handle, name, avatar, grants, ownerships }: AuthorRow): Author {
  return { handle, name, avatar, staff: grants.length > 0, owner: ownerships.length > 0 };
}
