import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { cleanLine, firstOf } from '@/lib/core/fields';
import type { BuiltInRole } from '@/lib/core/permissions';

import { isReserved } from '../reserved-handles';
import { displayName, nameMost } from '../schema';

export type Enrolment = {
  handle: string;
  name: string;
  email?: string | null;
  /** Whether somebody vouches for the address: a provider, the seed. Imported addresses are proved by their owners. */
  confirmed?: boolean;
  passwordHash?: string | null;
  locale?: string;
  bio?: string;
  avatar?: string | null;
  trust?: number;
  roles?: BuiltInRole[];
  source?: string;
  sourceId?: string;
  joinedAt?: Date;
};

export type Enrolled = { id: string; handle: string; version: number };

/** Makes a member outside the sign-up form: brought by an import, vouched for by a provider, or of the demo cast. */
export async function enrolMember(ctx: Ctx, input: Enrolment): Promise<Enrolled> {
  const {
    handle,
    name,
    email = null,
    confirmed = false,
    passwordHash = null,
    locale = 'en',
    bio = '',
    avatar = null,
    trust = 0,
  } = input;
  const at = input.joinedAt ?? ctx.now;
  const rows = await ctx.db.member.createManyAndReturn({
    data: [
      {
        handle,
        name,
        email,
        emailVerifiedAt: confirmed ? at : null,
        passwordHash,
        locale,
        bio,
        avatar,
        trust,
        source: input.source,
        sourceId: input.sourceId,
        createdAt: at,
      },
    ],
    skipDuplicates: true,
    select: { id: true, handle: true, sessionVersion: true },
  });
  const member = rows[0];
  if (!member) throw new Refused('handle-taken', 'handle, address or source id taken', { field: 'handle' });
  await ctx.db.grant.createMany({ data: (input.roles ?? []).map((roleKey) => ({ memberId: member.id, roleKey, at })) });
  ctx.touch(`member:${handle}`);
  return { id: member.id, handle, version: member.sessionVersion };
}

/** The name that somebody brings along from elsewhere, by the rules of the form: cut where it is too long, else what stands in for it. */
export function broughtName(name: string, instead: string): string {
  const given = displayName.safeParse(firstOf(cleanLine(name), nameMost));
  return given.success ? given.data : instead;
}

/** A handle made from any name, that nobody has and the form would take: letters and digits of the name, a number behind it where needed. */
export async function freeHandle({ db }: Pick<Ctx, 'db'>, wanted: string): Promise<string> {
  const plain = wanted
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '')
    .replace(/[_-]{2,}/g, '-')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, 16);
  const base = isReserved(plain) ? `fan-${plain}` : plain.length >= 3 ? plain : `fan${plain}`;
  const rows = await db.member.findMany({
    where: { handle: { startsWith: base } },
    select: { handle: true },
    orderBy: { handle: 'asc' },
    take: 2000,
  });
  const taken = new Set(rows.map(({ handle }) => handle));
  for (let number = 1; ; number += 1) {
    const handle = number === 1 ? base : `${base}${number}`;
    if (!taken.has(handle)) return handle;
  }
}
