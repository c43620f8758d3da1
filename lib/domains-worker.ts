import type { WorkerPart } from './core/worker-part';
import { dropsWorker } from './drops/worker-part';
import { catalogFlowsWorker } from './flows/catalog/worker-part';
import { dropsFlowsWorker } from './flows/drops/worker-part';
import { feedbackFlowsWorker } from './flows/feedback/worker-part';
import { forumFlowsWorker } from './flows/forum/worker-part';
import { membersFlowsWorker } from './flows/members/worker-part';
import { ordersFlowsWorker } from './flows/orders/worker-part';
import { ownershipFlowsWorker } from './flows/ownership/worker-part';
import { membersWorker } from './members/worker-part';
import { notificationsWorker } from './notifications/worker-part';

/** What each domain gives to the worker: reactions, jobs and schedules. */
export const workerParts: readonly WorkerPart[] = [
  membersWorker,
  membersFlowsWorker,
  forumFlowsWorker,
  feedbackFlowsWorker,
  ownershipFlowsWorker,
  catalogFlowsWorker,
  dropsWorker,
  dropsFlowsWorker,
  ordersFlowsWorker,
  notificationsWorker,
];
