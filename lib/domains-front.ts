import type { FrontPart } from './core/front-part';
import { catalogFront } from './catalog/front-part';
import { dropsFront } from './drops/front-part';
import { feedbackFront } from './feedback/front-part';
import { dropsFlowsFront } from './flows/drops/front-part';
import { feedbackFlowsFront } from './flows/feedback/front-part';
import { membersFlowsFront } from './flows/members/front-part';
import { ordersFlowsFront } from './flows/orders/front-part';
import { forumFront } from './forum/front-part';
import { notificationsFront } from './notifications/front-part';

/** What each domain answers before Next: endpoints, streams, parts of the viewer layer, public addresses. Nothing slow is loaded from here. */
export const frontParts: readonly FrontPart[] = [
  membersFlowsFront,
  forumFront,
  feedbackFront,
  feedbackFlowsFront,
  catalogFront,
  dropsFront,
  dropsFlowsFront,
  ordersFlowsFront,
  notificationsFront,
];
