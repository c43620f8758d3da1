import type { SignedIn } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { notOver } from '@/lib/core/time';
import { permissionsOfAll } from '@/lib/permissions';

import { activeSuspension } from '../published';
import { lacking } from '../second-factor-policy';

/** A member with what their roles allow them now. */
export type Standing = Pick<
  SignedIn,
  'id' | 'handle' | 'name' | 'avatar' | 'locale' | 'trust' | 'confirmed' | 'permissions'
>;

/**
 * Members by their ids, with what their roles allow them now, whatever sessions they have; who is suspended is not among them. Who would have
 * to set up a second factor first is allowed nothing. One statement.
 */
export async function readStandings(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { ids }: { ids: string[] },
): Promise<Map<string, Standing>> {
  const rows = await db.member.findMany({
    where: { id: { in: ids }, handle: { not: null }, suspensions: { none: activeSuspension(now) } },
    select: {
      ...{
        id: true,
        handle: true,
        name: true,
        avatar: true,
        locale: true,
        trust: true,
        emailVerifiedAt: true,
        phone: true,
      },
      authenticator: { select: { secret: true } },
      passkeys: { select: { id: true }, take: 1 },
      grants: {
        where: { scopeType: null, ...notOver(now) },
        select: { role: { select: { key: true, permissions: true } } },
      },
    },
  });
  return new Map(
    rows.map(({ grants, authenticator, passkeys, emailVerifiedAt, phone, ...member }) => {
      const held = permissionsOfAll(grants.map(({ role }) => role));
      const factor = Boolean(authenticator?.secret) || passkeys.length > 0;
      const permissions = lacking({ factor, confirmed: true }, held) ? [] : held;
      const confirmed = emailVerifiedAt !== null || phone !== null;
      return [member.id, { ...member, handle: member.handle!, confirmed, permissions }];
    }),
  );
}
