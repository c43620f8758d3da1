import { z } from 'zod';

import { guest, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { batched, inInputOrder, coalesceNext } from '@/lib/core/batching';
import { clock } from '@/lib/core/time';
import { readSessions, type SessionMember } from '@/lib/members/queries/read-sessions';
import { lacking } from '@/lib/members/second-factor-policy';
import { permissionsOfAll } from '@/lib/permissions';

import type { Session } from './token';

type Asking = { ip?: string; requestId?: string; agent?: string };

/** The member behind a session, read afresh: a ban, a role or "sign out everywhere" acts at once. One statement. */
export async function actorOf(session: Session | null, asking: Asking = {}): Promise<Actor> {
  return asActor(session, session ? (await readMembers([session]))[0] : undefined, asking);
}

/** The same for endpoints: requests that come at one moment share the statement. */
export async function actorOfRequest(session: Session | null, asking: Asking = {}): Promise<Actor> {
  return asActor(session, session ? await inTurn(session) : undefined, asking);
}

const inTurn = batched(readMembers, coalesceNext);

const heldRoles = z.array(
  z.object({
    key: z.string(),
    name: z.string().nullable(),
    nameZh: z.string().nullable(),
    permissions: z.array(z.string()),
    factor: z.boolean(),
    confirmed: z.boolean(),
  }),
);

// One row for each session, in input order; undefined where it has no member.
async function readMembers(sessions: Session[]): Promise<(SessionMember | undefined)[]> {
  return inInputOrder(await readSessions({ db, now: clock() }, sessions), sessions.length);
}

function asActor(asked: Session | null, row: SessionMember | undefined, asking: Asking): Actor {
  if (!row) return { ...guest, ...asking };
  const { place: _, grants, ...member } = row;
  const held = heldRoles.parse(grants);
  const permissions = permissionsOfAll(held);
  const session = asked?.id && asked.until ? { id: asked.id, version: asked.version, until: asked.until } : undefined;
  const plain = { kind: 'member' as const, ...member, ...asking, ...(session && { session }), suspended: false };
  const waiting = lacking(held[0], permissions);
  // Every question for a right of staff reads these two: a session that lacks the factor has neither.
  if (waiting) return { ...plain, roles: [], permissions: [], waiting };
  return { ...plain, roles: held.map(({ key, name, nameZh }) => ({ key, name, nameZh })), permissions };
}
