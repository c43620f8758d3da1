import { declareJob } from '@/lib/core/jobs';

import type { StaffKind } from './choices/staff-kinds';
import type { Channel } from '@/lib/core/notices';

import type { Filled } from './schema';

/** A notice to some of its recipients; `id` and `at` (ISO 8601) are those of its event. */
export type NoticePart = {
  kind: string;
  channels: readonly Channel[];
  id: string;
  at: string;
  recipients: readonly Filled[];
};

/** Writes one part of a notice to very many. */
export const writeNoticesJob = declareJob<NoticePart>('writeNotices', { priority: 6 });

/** Sends one mail that stands in the mailbox. */
export const sendMailJob = declareJob<{ mailId: string }>('sendMail', { priority: 10 });

/** What a webhook of one of the staff is told: how much of what happened. */
export type WebhookMessage = { webhookId: string; deliveryId: string; kind: StaffKind; count: number; at: string };

/** Sends such a message. */
export const sendWebhookJob = declareJob<WebhookMessage>('sendStaffWebhook', { priority: 10 });
