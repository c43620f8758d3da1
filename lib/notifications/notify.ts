import { isAreaOff } from '@/lib/core/area-settings';
import type { Ctx } from '@/lib/core/context';
import { Deferred } from '@/lib/core/deferred';
import type { RecordedEvent } from '@/lib/core/events';
import { enqueueEach } from '@/lib/core/jobs';
import type { Notice } from '@/lib/core/notices';

import { eachThatWorks } from './each-that-works';
import { writeNoticesJob } from './jobs';
import { storable, type Filled, type Mailbox, type Words } from './schema';
import { writePart } from './write-notices';

/** What of an event a notice of it keeps: its id and its time. */
export type Occasion = Pick<RecordedEvent, 'id' | 'at'>;

/** A member who is sent a notice, and what fills its sentences for them. */
export type Recipient<D extends object, M extends object | undefined> = {
  memberId: string;
  data: D;
  /** Where the mail goes instead of to the member's own mailbox, and what its button opens. */
  mailbox?: Mailbox;
} & (M extends undefined ? { mailData?: undefined } : { mailData: M });

// To render a mail takes about a millisecond: a notice to more than so many is written by jobs of so many.
const atOnce = 200;

/**
 * Sends a notice of an event to one member or to many, in the channels that it declares and at the time of the event. The same event
 * sends it to the same member once only. It is written in the caller's commit, by one statement for each table; a notice to very many
 * is left to jobs that this commit puts into the queue, one for each part of them. What is about an area that is off is `Deferred`: the
 * reaction runs once that is on, and tells what is still so.
 */
export async function notify<D extends object, M extends object | undefined>(
  ctx: Ctx,
  notice: Notice<string, D, M>,
  { id, at }: Occasion,
  recipients: readonly Recipient<D, M>[],
): Promise<void> {
  if (notice.area && recipients.length > 0 && (await isAreaOff(notice.area, ctx.db))) throw new Deferred(notice.area);
  const filled = eachThatWorks(notice.kind, recipients, (recipient) => fill(notice, recipient));
  const part = { kind: notice.kind, channels: notice.channels, id, at: at.toISOString() };
  if (filled.length <= atOnce) return writePart(ctx, { ...part, recipients: filled });
  // Parts of one size, so that none is so small that all in it may be bad.
  const count = Math.ceil(filled.length / atOnce);
  const size = Math.ceil(filled.length / count);
  const parts = Array.from({ length: count }, (_, place) => ({
    ...part,
    recipients: filled.slice(place * size, (place + 1) * size),
  }));
  await enqueueEach(ctx.db, writeNoticesJob, parts);
}

// Only what is declared is kept, and nothing that the database or a sentence cannot take.
function fill<D extends object, M extends object | undefined>(
  { data: schema, mailData: mailSchema, path }: Notice<string, D, M>,
  { memberId, data: given, mailData, mailbox }: Recipient<D, M>,
): Filled {
  const data = storable(schema.parse(given) as Words);
  const more = storable((mailSchema?.parse(mailData) ?? {}) as Words);
  return { memberId, data, mailData: more, path: path?.(data as D), mailbox };
}
