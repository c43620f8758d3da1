import { catalogServer } from './catalog/server-part';
import type { ServerPart } from './core/server-part';
import { dropsServer } from './drops/server-part';
import { feedbackServer } from './feedback/server-part';
import { catalogFlows } from './flows/catalog/server-part';
import { dropsFlows } from './flows/drops/server-part';
import { feedbackFlows } from './flows/feedback/server-part';
import { forumFlows } from './flows/forum/server-part';
import { membersFlows } from './flows/members/server-part';
import { ordersFlows } from './flows/orders/server-part';
import { ownershipFlows } from './flows/ownership/server-part';
import { forumServer } from './forum/server-part';
import { membersServer } from './members/server-part';
import { notificationsServer } from './notifications/server-part';

/**
 * What each domain and its flows give to the server: reactions, jobs, schedules, endpoints, streams, parts of the viewer layer
 * and public addresses. `lib/server` gathers from here and from nowhere else.
 */
export const serverParts: readonly ServerPart[] = [
  membersServer,
  membersFlows,
  forumServer,
  forumFlows,
  feedbackServer,
  feedbackFlows,
  ownershipFlows,
  catalogServer,
  catalogFlows,
  dropsServer,
  dropsFlows,
  ordersFlows,
  notificationsServer,
];
