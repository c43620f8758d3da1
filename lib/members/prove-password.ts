import type { SignedIn } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';

import { limits } from './limits';
import { passwordFits } from './password';

/**
 * Refuses unless a signed-in member knows the password they have; answers the address of the account. Who has an address and no
 * password, having come by a provider, is asked to set one by a mailed code first: a session alone could be somebody else's by now.
 */
export async function provePassword(
  actor: SignedIn,
  password: string,
  { now = clock() }: Options,
): Promise<{ email: string | null }> {
  await spend(db, limits.signIn, `own:${actor.id}`, now);
  const member = await db.member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, email: true },
  });
  if (!member.passwordHash && member.email) throw new Refused('password-none', 'set one by mail first');
  // Without either, the session is all the proof there can be.
  if (member.passwordHash && !(await passwordFits(member.passwordHash, password))) {
    throw new Refused('password-wrong', 'old password is wrong', { field: 'oldPassword' });
  }
  return { email: member.email };
}
