import type { Poll } from './discourse-poll';

export type ImportedBoard = {
  sourceId: string;
  name: string;
  slug: string;
  description: string;
  color: string | null;
  parent: string | null;
  position: number | null;
  private: boolean;
  /** Named only by threads, not by any category list. */
  placeholder: boolean;
  /** Known by its number alone: nothing says who may read it. */
  unnamed: boolean;
};

export type ImportedMember = {
  /** The user name in lower case: ids of two exports may clash, and a clash would give one person's posts to another. */
  sourceId: string;
  sourceUserId: number | null;
  username: string;
  name: string | null;
  email: string | null;
  avatarUrl: string | null;
  /** What the forum wrote beside their name. */
  title: string | null;
  bio: string | null;
  createdAt: Date | null;
  /** The earliest of their posts in the folder. */
  firstPostAt: Date | null;
  trustLevel: number | null;
  admin: boolean;
  moderator: boolean;
  /** Discourse's own accounts, which no person may claim. */
  system: boolean;
  suspendedUntil: Date | null;
  /** Known only as an author or poster, not by any user list. */
  placeholder: boolean;
  /** Where a user list names them. */
  file?: string;
  row?: number;
};

export type ImportedPost = {
  sourceId: string;
  number: number;
  /** A member's `sourceId`; null when the author's account is gone. */
  author: string | null;
  createdAt: Date;
  editedAt: Date | null;
  html: string | null;
  raw: string | null;
  polls: Poll[];
  likes: number;
  kind: 'post' | 'staff-note';
  hidden: boolean;
  /** Number of the imported post that this answers; null for an answer to the thread itself. */
  replyTo: number | null;
  /** 0 for the opening post, 1 for answers to it, then deeper. */
  depth: number;
  /** Number of the depth-1 post under which a deeper answer stands. */
  branch: number | null;
};

export type ImportedThread = {
  sourceId: string;
  title: string;
  slug: string;
  board: string;
  author: string | null;
  createdAt: Date;
  lastPostedAt: Date | null;
  views: number;
  tags: string[];
  pinned: boolean;
  closed: boolean;
  archived: boolean;
  listed: boolean;
  /** Number of the accepted answer, when that post was imported. */
  acceptedAnswer: number | null;
  /** Source ids of all posts that stand there, in the folder or not; null when the folder does not tell. */
  standing: string[] | null;
  /** Source ids of posts that were deleted there. */
  deleted: string[];
  /** Ordered by number; the first is the opening post. */
  posts: ImportedPost[];
};
