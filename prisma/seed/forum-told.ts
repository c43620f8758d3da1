import type { ThreadKind } from '@/lib/forum/schema';
import type { ReportReason } from '@/lib/moderation/schema';

/** A reply as the demo tells it; `to` is the number of the post that it answers. */
export type ToldReply = {
  by: string;
  /** Hours after the thread began. */
  hours: number;
  body: string;
  to?: number;
  votes?: number;
  edited?: string;
  /** Who marks it as the answer. */
  accepted?: string;
  reports?: [who: string, reason: ReportReason, note: string][];
  /** Why staff hid it. */
  hidden?: string;
};

export type ToldThread = {
  board: string;
  by: string;
  /** Days and hours before the seed. */
  ago: [days: number, hours?: number];
  kind: Exclude<ThreadKind, 'IDEA'>;
  title: string;
  body: string;
  votes?: number;
  replies?: ToldReply[];
  state?: { pinned?: boolean; closed?: string };
};
