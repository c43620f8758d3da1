import type { ThreadKind } from '@/lib/forum/schema';

/** A reply of the demo; `to` is the number of the post that it answers. */
export type SeedReply = {
  by: string;
  /** Hours after the thread began. */
  hours: number;
  body: string;
  to?: number;
  votes?: number;
  edited?: string;
  /** Who marks it as the answer. */
  accepted?: string;
  reports?: [who: string, reason: string, note: string][];
  /** Why staff hid it. */
  hidden?: string;
};

export type SeedThread = {
  board: string;
  by: string;
  /** Days and hours before the seed. */
  ago: [days: number, hours?: number];
  kind: Exclude<ThreadKind, 'IDEA'>;
  title: string;
  body: string;
  votes?: number;
  replies?: SeedReply[];
  state?: { pinned?: boolean; closed?: string };
};
