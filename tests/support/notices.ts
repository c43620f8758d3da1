import { db } from '@/lib/core/db';

/** How many notifications, mails and waiting mail jobs there are. */
export async function countWritten(): Promise<[number, number, number]> {
  const [row] = await db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'sendMail'`;
  return [await db.notification.count(), await db.mail.count(), row!.count];
}
