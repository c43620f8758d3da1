import { system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { after, day } from '@/lib/core/time';
import { enrolMember, noteSeen, setTrust, suspendMember, warnMember } from '@/lib/members/commands';
import { hashPassword } from '@/lib/members/password';
import { permissionsOfAll } from '@/lib/permissions';

import { people, type Person } from './people';
import type { World } from './world';

/** Brings the demo's people in: staff of every role, fans of every trust level, one of them suspended. */
export async function seedCast(world: World): Promise<void> {
  const passwordHash = await hashPassword('millet-demo');
  for (const person of people) world.cast[person.part ?? person.handle] = await bring(world, person, passwordHash);
  await recogniseMateo(world);
  await suspendDex(world);
}

async function bring(world: World, person: Person, passwordHash: string): Promise<SignedIn> {
  const { handle, name, part, locale, trust, roles = [], bio, picture, joinedDaysAgo, seenHoursAgo } = person;
  const avatar = picture ? `/avatars/${handle}.svg` : null;
  const email = `${part ?? handle}@demo.millet`;
  const member = { handle, name, email, confirmed: true, passwordHash, locale, trust, roles, bio, avatar };
  const { id } = await transact(enrolMember)(system, member, {
    now: world.ago(joinedDaysAgo, joinedDaysAgo === 0 ? 2 : 0),
  });
  await transact(noteSeen)(system, { memberId: id }, { now: world.ago(0, seenHoursAgo) });
  const held = roles.map((key) => ({ key, name: null, nameZh: null }));
  const permissions = permissionsOfAll(held);
  return {
    kind: 'member',
    id,
    handle,
    name,
    avatar,
    locale,
    roles: held,
    permissions,
    trust,
    confirmed: true,
    suspended: false,
  };
}

async function recogniseMateo({ cast, ago }: World): Promise<void> {
  const { admin, mateo } = cast as Record<'admin' | 'mateo', SignedIn>;
  const reason = 'Two years of patient answers; the tuning guide helps more people than our manual.';
  await transact(setTrust)(admin, { memberId: mateo.id, level: 4, reason }, { now: ago(90) });
  mateo.trust = 4;
}

async function suspendDex({ cast, ago }: World): Promise<void> {
  const { mod, dex } = cast as Record<'mod' | 'dex', SignedIn>;
  const warning = 'Places in a drop are not for sale here. Please take the offers out of your posts.';
  await transact(warnMember)(mod, { memberId: dex.id, reason: warning }, { now: ago(9) });
  const now = ago(3);
  const reason = 'Went on offering places in drops for money after a warning.';
  await transact(suspendMember)(mod, { memberId: dex.id, reason, until: after(now, 30 * day) }, { now });
  dex.suspended = true;
}
