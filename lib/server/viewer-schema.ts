import type { Role } from '@/lib/core/actor';
import type { OwnIdeasPart } from '@/lib/feedback/queries';
import type { ViewerForum } from '@/lib/forum/viewer';

import type { ViewerDrops } from '@/lib/drops/viewer';

/** The signed-in reader, as much as their own browser needs. */
export type ViewerMember = {
  id: string;
  handle: string;
  name: string;
  avatar: string | null;
  roles: Role[];
  trust: number;
  confirmed: boolean;
};

/** The viewer layer: what belongs to the reader on one page. Domains add their part in viewer.ts. */
export type Viewer = {
  /** The server's time in milliseconds, for countdowns. */
  now: number;
  member: ViewerMember | null;
  unread: number;
  /** The reader's votes on the ideas that the page may show. */
  ideas?: OwnIdeasPart | null;
} & ViewerDrops &
  ViewerForum;
