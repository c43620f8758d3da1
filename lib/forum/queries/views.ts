import type { Prisma } from '@/lib/core/prisma-client/client';
import { clock } from '@/lib/core/time';
import { isKnown, statusLink } from '@/lib/catalog/published';
import { isOfStaff, memberName } from '@/lib/members/published';
import { ownsOf } from '@/lib/ownership/published';

import type { BoardRule } from '../rules';
import { boardVisibilities, type BoardVisibility, type ThreadKind } from '../choices';
import { ruledBoard } from '../scopes';

/** An author as every page shows them: with the marks of an owner and of staff. */
export type Author = { handle: string | null; name: string; avatar: string | null; owner: boolean; staff: boolean };

export type BoardName = { slug: string; name: string; nameZh: string };

export type BoardFacts = {
  slug: string;
  name: string;
  nameZh: string;
  description: string;
  descriptionZh: string;
  visibility: BoardVisibility;
  rules: BoardRule[];
  /** When and why it was archived: nobody writes there any more. */
  archive: { at: Date; reason: string } | null;
  /** The boards above it, from the root on. */
  above: BoardName[];
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
  lastBy: { name: string; handle: string | null; avatar: string | null } | null;
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

const boardName = { slug: true, name: true, nameZh: true, visibility: true } as const satisfies Prisma.BoardSelect;

export const boardFields = {
  slug: true,
  name: true,
  nameZh: true,
  description: true,
  descriptionZh: true,
  visibility: true,
  rules: ruledBoard.rules,
  archive: ruledBoard.archive,
  parent: { select: { ...boardName, parent: { select: boardName } } },
  product: { select: statusLink },
} as const satisfies Prisma.BoardSelect;

type BoardRow = Prisma.BoardGetPayload<{ select: typeof boardFields }>;

/** A board as everyone who may read it sees it. */
export function asBoard<B extends BoardRow>({ product, parent, ...board }: B) {
  return {
    ...board,
    above: aboveOf(parent, board.visibility),
    product: product && isKnown(product) ? asLink(product) : null,
  };
}

/** The boards above one, from the root on. Whoever reads a board reads those too; one that is narrower all the same is not named. */
export function aboveOf(parent: BoardRow['parent'], visibility: BoardVisibility): BoardName[] {
  const widths = boardVisibilities.indexOf(visibility);
  return [parent?.parent, parent]
    .filter((each) => !!each && boardVisibilities.indexOf(each.visibility) <= widths)
    .map((each) => ({ slug: each!.slug, name: each!.name, nameZh: each!.nameZh }));
}

function asLink({ id, handle, title, titleZh }: NonNullable<BoardRow['product']>) {
  return { id, handle, title, titleZh };
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

type AuthorRow = {
  handle: string | null;
  name: string;
  avatar: string | null;
  grants: unknown[];
  ownerships: unknown[];
};

export function asAuthor({ handle, name, avatar, grants, ownerships }: AuthorRow): Author {
  return { handle, name, avatar, staff: grants.length > 0, owner: ownerships.length > 0 };
}
