import { z } from 'zod';

import { guest, type Actor, type SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { gather, inPlaces, shareNext } from '@/lib/core/gather';
import { clock } from '@/lib/core/time';
import { permissionsOfAll } from '@/lib/permissions';

import type { Session } from './token';

type Asking = { ip?: string; requestId?: string };

/** The member behind a session, read afresh: a ban, a role or "sign out everywhere" acts at once. One statement. */
export async function actorOf(session: Session | null, asking: Asking = {}): Promise<Actor> {
  return asActor(session ? (await readMembers([session]))[0] : undefined, asking);
}

/** The same for the doors, where many knock at once and share the statement. */
export async function actorAtDoor(session: Session | null, asking: Asking = {}): Promise<Actor> {
  return asActor(session ? await inTurn(session) : undefined, asking);
}

const inTurn = gather(readMembers, shareNext);

type Row = Pick<SignedIn, 'id' | 'handle' | 'name' | 'avatar' | 'locale' | 'trust' | 'confirmed'> & {
  place: number;
  grants: unknown;
};

const heldRoles = z.array(
  z.object({
    key: z.string(),
    name: z.string().nullable(),
    nameZh: z.string().nullable(),
    permissions: z.array(z.string()),
  }),
);

// One for each session in order; undefined where nobody stands behind it.
async function readMembers(sessions: Session[]): Promise<(Row | undefined)[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT asked.place::int, m."id", m."handle", m."name", m."avatar", m."locale", m."trust", m."emailVerifiedAt" IS NOT NULL AS confirmed,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('key', r."key", 'name', r."name", 'nameZh', r."nameZh", 'permissions', r."permissions") ORDER BY g."at"), '[]')
        FROM "Grant" g JOIN "StaffRole" r ON r."key" = g."roleKey"
        WHERE g."memberId" = m."id" AND g."scopeType" IS NULL AND (g."until" IS NULL OR g."until" > ${clock()})) AS grants
    FROM unnest(${sessions.map(({ memberId }) => memberId)}::uuid[], ${sessions.map(({ version }) => version)}::int[], ${sessions.map(({ id }) => id ?? null)}::uuid[])
      WITH ORDINALITY AS asked(id, version, session, place)
      JOIN "Member" m ON m."id" = asked.id AND m."sessionVersion" = asked.version
    WHERE NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND s."liftedAt" IS NULL AND (s."until" IS NULL OR s."until" > ${clock()}))
      AND NOT EXISTS (SELECT 1 FROM "EndedSession" e WHERE e."id" = asked.session)`;
  return inPlaces(rows, sessions.length);
}

function asActor(row: Row | undefined, asking: Asking): Actor {
  if (!row) return { ...guest, ...asking };
  const { place: _, grants, ...member } = row;
  const held = heldRoles.parse(grants);
  const roles = held.map(({ key, name, nameZh }) => ({ key, name, nameZh }));
  return { kind: 'member', ...member, roles, permissions: permissionsOfAll(held), ...asking, suspended: false };
}
