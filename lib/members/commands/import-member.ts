import { z } from 'zod';

import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { cleanLines, firstOf } from '@/lib/core/fields';
import { takeTurns } from '@/lib/core/take-turns';

import { isReserved } from '../reserved-handles';
import { bioMost, handle as handleShape } from '../schema';
import { broughtName, enrolMember, freeHandle, type Enrolled } from './enrol-member';

export type MemberImport = {
  source: string;
  sourceId: string;
  username: string;
  name: string | null;
  email: string | null;
  bio: string;
  trust: number;
  joinedAt: Date;
  suspendedUntil: Date | null;
};
export type MemberImported = {
  id: string;
  handle: string;
  added: boolean;
  /** The address is a member's already. */ emailTaken: boolean;
};

// Names of two letters are too short for new members here, but they were somebody's already.
const importedHandle = handleShape.or(
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]{2}$/)
    .refine((name) => !isReserved(name)),
);

/**
 * Brings a member of another forum, once: without password and unproved, so that nobody signs in as them before the
 * person whose address it is has claimed them.
 */
export async function importMember(ctx: Ctx, wanted: MemberImport): Promise<MemberImported> {
  allow(may(ctx.actor, 'members.import'));
  const { source, sourceId } = wanted;
  await takeTurns(ctx.db, `import:${source}`);
  const known = await ctx.db.member.findUnique({
    where: { source_sourceId: { source, sourceId } },
    select: {
      id: true,
      handle: true,
      email: true,
      emailVerifiedAt: true,
      trust: true,
      trustGrant: { select: { memberId: true } },
    },
  });
  const holder = await holderOf(ctx, wanted.email);
  const became = !known && holder && holder.handle === null && (await becomeMember(ctx, holder.id, wanted));
  if (became) return { id: holder.id, handle: became, added: true, emailTaken: false };
  const emailTaken = holder !== null && holder.id !== known?.id;
  if (!known) {
    const { id, handle } = await enrol(ctx, { ...wanted, email: emailTaken ? null : wanted.email });
    if (wanted.suspendedUntil && wanted.suspendedUntil > ctx.now) await keepSuspended(ctx, id, wanted.suspendedUntil);
    return { id, handle, added: true, emailTaken };
  }
  const claimable = wanted.email && !emailTaken && !known.email && !known.emailVerifiedAt;
  if (claimable)
    await ctx.db.member.update({ where: { id: known.id }, data: { email: wanted.email }, select: { id: true } });
  // Levels only rise by themselves, and what the team gave stays.
  if (wanted.trust > known.trust && !known.trustGrant) {
    await ctx.db.member.update({ where: { id: known.id }, data: { trust: wanted.trust }, select: { id: true } });
    ctx.touch(`member:${known.handle}`);
  }
  return { id: known.id, handle: found(known.handle), added: false, emailTaken };
}

async function holderOf({ db }: Ctx, email: string | null) {
  return email ? db.member.findUnique({ where: { email }, select: { id: true, handle: true } }) : null;
}

// A customer of the old shop was a member of the old forum too: one person, who claims both at once. Null where they have an account by now,
// which is theirs alone.
async function becomeMember(ctx: Ctx, id: string, wanted: MemberImport): Promise<string | null> {
  const { source, sourceId, username, name, bio, trust, joinedAt, suspendedUntil } = wanted;
  const handle = await handleFor(ctx, username);
  const { count } = await ctx.db.member.updateMany({
    where: { id, handle: null, email: wanted.email },
    data: {
      ...{ handle, source, sourceId, trust, createdAt: joinedAt, bio: firstOf(cleanLines(bio), bioMost) },
      name: broughtName(name ?? '', broughtName(username, handle)),
    },
  });
  if (count === 0) return null;
  if (suspendedUntil && suspendedUntil > ctx.now) await keepSuspended(ctx, id, suspendedUntil);
  ctx.touch(`member:${handle}`);
  return handle;
}

// Somebody may sign up with the handle between the question and the answer; then another one is found.
async function enrol(ctx: Ctx, { username, name, bio, ...person }: MemberImport): Promise<Enrolled> {
  const { source, sourceId, email, trust, joinedAt } = person;
  for (let attempt = 1; ; attempt += 1) {
    const handle = await handleFor(ctx, username);
    try {
      return await enrolMember(ctx, {
        handle,
        name: broughtName(name ?? '', broughtName(username, handle)),
        email,
        bio: firstOf(cleanLines(bio), bioMost),
        trust,
        source,
        sourceId,
        joinedAt,
      });
    } catch (error) {
      if (attempt === 3 || !(error instanceof Refused)) throw error;
    }
  }
}

/** Their own name where it may be a handle here and is free, else the nearest that is. */
async function handleFor(ctx: Ctx, username: string): Promise<string> {
  const own = importedHandle.safeParse(username);
  const holder = own.success
    ? await ctx.db.member.findUnique({ where: { handle: own.data }, select: { id: true } })
    : null;
  if (own.success && !holder) return own.data;
  const free = await freeHandle(ctx, isReserved(username) ? `old-${username}` : username);
  return handleShape.safeParse(free).success ? free : freeHandle(ctx, `old-${free}`);
}

async function keepSuspended({ db, now }: Ctx, memberId: string, until: Date): Promise<void> {
  await db.suspension.create({
    data: { memberId, reason: 'Suspended in the forum they were imported from', at: now, until },
    select: { id: true },
  });
}
