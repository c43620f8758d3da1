import type { Audience, Bearer, Public } from '@/lib/core/access';
import { db } from '@/lib/core/db';
import type { Permission } from '@/lib/core/permissions';
import { clock } from '@/lib/core/time';
import { permissions } from '@/lib/permissions';
import type { Session } from '@/lib/server/token';

import { makeMember } from './factories';

/** Everybody whom the guarantees tell apart: for each permission one who holds nothing else, and an admin, who holds all. */
export const cast = ['guest', 'suspended', 'unconfirmed', 'new', 'fan', ...permissions, 'ADMIN'] as const;
export type Who = (typeof cast)[number];

/** All who are signed in, and all of those whose address is proved. */
export const members: readonly Who[] = cast.filter((who) => who !== 'guest' && who !== 'suspended');
export const confirmedMembers: readonly Who[] = members.filter((who) => who !== 'unconfirmed');

/** Who of the cast an audience is; the fan is the owner of what each test prepares. */
export function admittedBy(audience: Audience | Public | Bearer): readonly Who[] {
  if (audience === 'members') return members;
  if (audience === 'confirmed') return confirmedMembers;
  if (audience === 'staff') return cast.filter((who) => who === 'ADMIN' || permissions.some((each) => each === who));
  if (audience === 'everyone' || 'everyone' in audience) return cast;
  if ('bearer' in audience) return [];
  const admitted = new Set<Who>([...audience.map((each) => (each === 'owner' ? 'fan' : each)), 'ADMIN']);
  return cast.filter((who) => admitted.has(who));
}

/** A session for each of the cast, as their cookie would open it. The suspended one's was never ended. */
export async function makeCast(): Promise<Record<Who, Session | null>> {
  const sessions: Partial<Record<Who, Session | null>> = { guest: null };
  for (const who of cast) if (who !== 'guest') sessions[who] = await sessionOf(who);
  return sessions as Record<Who, Session | null>;
}

async function sessionOf(who: Who): Promise<Session> {
  const permission = permissions.find((each) => each === who);
  const staff = permission || who === 'ADMIN';
  const { id } = await makeMember({
    roles: who === 'ADMIN' ? ['ADMIN'] : [],
    trust: staff ? 4 : who === 'new' ? 0 : 1,
    confirmed: who !== 'unconfirmed',
  });
  if (permission) await giveOnly(id, permission);
  if (who === 'suspended')
    await db.suspension.create({ data: { memberId: id, reason: 'Sold places in a drop', at: clock() } });
  return { memberId: id, version: 1 };
}

async function giveOnly(memberId: string, permission: Permission): Promise<void> {
  const role = {
    key: `only ${permission}`,
    name: permission,
    nameZh: permission,
    permissions: [permission],
    at: clock(),
  };
  await db.staffRole.upsert({ where: { key: role.key }, create: role, update: {} });
  await db.grant.create({ data: { memberId, roleKey: role.key, at: clock() } });
}
