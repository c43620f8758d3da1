import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

import { codeIn } from './mailbox-code';

const listSize = 25;
type Cursor = { at: Date; id: string };

/** What a member was told, newest first. */
export async function listNotifications(
  { db }: Pick<Reading, 'db'>,
  { memberId, after }: { memberId: string; after?: Cursor },
) {
  const rows = await db.notification.findMany({
    where: {
      memberId,
      ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listSize + 1,
    select: { id: true, kind: true, data: true, path: true, createdAt: true, readAt: true },
  });
  return { notifications: rows.slice(0, listSize), more: rows.length > listSize };
}

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>['notifications'][number];

/** How much a member has not read, counted to a hundred. */
export async function countUnread({ db }: Pick<Reading, 'db'>, { memberId }: { memberId: string }): Promise<number> {
  return db.notification.count({ where: { memberId, readAt: null }, take: 100 });
}

/** Every mail that the demo wrote, newest first. */
export async function listMails({ db }: Pick<Reading, 'db'>, { after }: { after?: Cursor }) {
  const rows = await db.mail.findMany({
    where: after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listSize + 1,
    select: { id: true, to: true, subject: true, text: true, locale: true, createdAt: true },
  });
  const mails = rows.slice(0, listSize).map(({ text, ...mail }) => ({ ...mail, code: codeIn(text) }));
  return { mails, more: rows.length > listSize };
}

/** One mail of the demo. */
export async function getMail({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  if (!isUuid(id)) return null;
  const mail = await db.mail.findUnique({
    where: { id },
    select: { to: true, subject: true, text: true, html: true, locale: true, createdAt: true },
  });
  return mail && { ...mail, code: codeIn(mail.text) };
}

/** Whether a mail was ever handed to the mail server. */
export async function hasSentMail({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  return (await db.mail.findFirst({ where: { sentAt: { not: null } }, select: { id: true } })) !== null;
}

/** When the newest of the mails that have left was sent, null before the first, and how many wait, counted to a hundred. */
export async function getMailState({ db }: Pick<Reading, 'db'>): Promise<{ sentAt: Date | null; waiting: number }> {
  const [last, waiting] = await Promise.all([
    db.mail.findFirst({
      where: { sentAt: { not: null } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { sentAt: true },
    }),
    db.mail.count({ where: { sentAt: null }, take: 100 }),
  ]);
  return { sentAt: last?.sentAt ?? null, waiting };
}
