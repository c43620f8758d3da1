import type { Content } from '../content';

/** A post of another forum. */
export type PostImport = {
  sourceId: string;
  author: { id: string; handle: string | null };
  content: Content;
  /** The source's id of the post that is answered; null for the thread itself. */
  answers: string | null;
  at: Date;
  editedAt: Date | null;
  votes: number;
  hidden: boolean;
  /** Its number in the thread there, by which old addresses name it. */
  number?: number;
};

/** A post as it is kept: its pictures asked for, and known again by the digest of what was brought. */
export type PostBrought = PostImport & { digest: string; pictureIds: string[] };

/** Posts of a thread of another forum, and what is true of the whole thread there. */
export type ThreadImport = {
  source: string;
  sourceId: string;
  board: { id: string; slug: string; sourceId: string };
  title: string;
  pinned: boolean;
  closed: boolean;
  /** The source's id of the accepted answer, if there is one. */
  answer: string | null;
  /** The source's id of the opening post. */
  opening: string;
  /** In their order, the opening post first; a long thread's later posts may come in later calls. */
  posts: PostImport[];
  /** Whether these are the last posts of the thread: then what is true of the whole thread is brought up to date. */
  last: boolean;
  /** The source's ids of all posts that still stand there; null when the source does not tell. */
  standing: string[] | null;
  /** The source's ids of posts that were deleted there. */
  deleted: string[];
};

/** The thread that they go to. */
export type ThreadHere = { id: string; number: number; postCount: number; board: { slug: string } };
/** A post that was brought before. */
export type PostHere = {
  id: string;
  sourceId: string | null;
  number: number;
  depth: number;
  branch: number;
  imported: unknown;
};
