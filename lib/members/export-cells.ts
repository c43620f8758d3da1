import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';
import { notOver } from '@/lib/core/time';

/** The first line of a file of members; programs read it, so that it is not translated. */
export const memberHead = [
  'handle',
  'name',
  'email',
  'email_confirmed',
  'phone',
  'trust',
  'roles',
  'language',
  'joined_at',
  'last_seen_at',
];

/** The cells of members, their e-mail addresses and phones too; the flow has asked for the permission. */
export async function memberCells({ db, now }: Pick<Reading, 'db' | 'now'>, { ids }: { ids: string[] }) {
  const rows = await db.member.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      handle: true,
      name: true,
      email: true,
      emailVerifiedAt: true,
      phone: true,
      trust: true,
      locale: true,
      createdAt: true,
      lastSeenAt: true,
      grants: { where: notOver(now), select: { roleKey: true } },
    },
  });
  return inOrderOf(ids, rows).map((row) => [
    row.handle,
    row.name,
    row.email,
    row.emailVerifiedAt ? 'yes' : 'no',
    row.phone,
    row.trust,
    row.grants.map(({ roleKey }) => roleKey).join(' '),
    row.locale,
    // A customer without an account has not joined.
    row.handle === null ? null : row.createdAt.toISOString(),
    row.lastSeenAt?.toISOString() ?? null,
  ]);
}
