import { randomUUID } from 'node:crypto';

import { Secret, TOTP } from 'otpauth';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { after, clock } from '@/lib/core/time';
import { beginAuthenticator, finishAuthenticator } from '@/lib/members/commands';
import { actorOf } from '@/lib/server/actor';

import { makeMember } from './factories';

/** The code that an app with this secret shows at a moment. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** What a fresh token says of itself. */
export const named = () => ({ id: randomUUID(), until: after(clock(), 60_000) });

/** A new session of a member, as their cookie would open it. */
export const session = (memberId: string) => ({ memberId, version: 1, ...named() });

/** Who such a session is. */
export const signedIn = async (asked: ReturnType<typeof session>) => (await actorOf(asked)) as SignedIn;

/** Staff with an app of their own, and a session that has not given it. */
export async function withFactor(roles: ('ADMIN' | 'MODERATOR')[] = ['ADMIN']) {
  const { id } = await makeMember({ roles });
  const first = session(id);
  const actor = await signedIn(first);
  const { secret } = await transact(beginAuthenticator)(actor, undefined);
  const past = after(clock(), -120_000);
  const { codes } = await transact(finishAuthenticator)(actor, { code: codeAt(secret, past) }, { now: past });
  const other = session(id);
  return { id, secret, codes, first, other, actor: await signedIn(other) };
}
