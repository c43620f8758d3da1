import { z } from 'zod';

import { readableCode } from '@/lib/core/ids';
import { signingKey } from '@/lib/core/keys';
import type { DemoSession } from './demo-session';
import { minute } from '@/lib/core/time';

import type { Notice } from '../provider';

export const demoNoticeTypes = {
  'session.paid': 'paid',
  'session.expired': 'expired',
  'payment.declined': 'declined',
} as const;
export type DemoNoticeType = keyof typeof demoNoticeTypes;

const key = signingKey('outside.demoGateway');

const noticeShape = z.object({
  id: z.string().min(1).max(80),
  type: z.enum(['session.paid', 'session.expired', 'payment.declined']),
  session: z.object({
    id: z.string(),
    paymentId: z.string(),
    amountMinor: z.number().int(),
    currency: z.string(),
    paymentRef: z.string().nullable(),
    fingerprint: z.string().nullable(),
  }),
});

/** The body of a webhook about a session, with an event id of its own. */
export function writeNotice(type: DemoNoticeType, row: DemoSession): string {
  const session = {
    id: row.id,
    paymentId: row.idempotencyKey,
    amountMinor: row.amountMinor,
    currency: row.currency,
    paymentRef: row.paymentRef,
    fingerprint: row.fingerprint,
  };
  return JSON.stringify({ id: `de_${readableCode(24)}`, type, session });
}

/** Signs a body with the moment of its sending: `t=seconds,v1=signature`. */
export function signNotice(body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${key.sign(`${seconds}.${body}`)}`;
}

/** Reads a signed body; null when it is forged, spoilt, or older than five minutes. */
export function openNotice(body: string, signature: string | null, now: Date): Notice | null {
  const [, seconds, given] = /^t=(\d{1,12}),v1=([\w-]{43})$/.exec(signature ?? '') ?? [];
  if (!seconds || !key.verify(`${seconds}.${body}`, given)) return null;
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > 5 * minute) return null;
  try {
    const { id, type, session } = noticeShape.parse(JSON.parse(body));
    return { eventId: id, type, status: demoNoticeTypes[type], session };
  } catch {
    return null;
  }
}
