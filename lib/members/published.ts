/** What other domains may read of members along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
import { notOver } from '@/lib/core/time';

/** A member as everyone may see them. */
export const memberName = { handle: true, name: true, avatar: true } as const satisfies Prisma.MemberSelect;

/** The same with what a notice or an act needs to find them again. */
export const memberLink = { id: true, handle: true, name: true } as const satisfies Prisma.MemberSelect;

/** A member's name with the one that stands in their address. */
export const namedHandle = { handle: true, name: true } as const satisfies Prisma.MemberSelect;

/** A member's name and picture, where nothing leads to them. */
export const memberFace = { name: true, avatar: true } as const satisfies Prisma.MemberSelect;

/** A member's name alone. */
export const plainName = { name: true } as const satisfies Prisma.MemberSelect;

/** The name that stands in a member's address. */
export const memberHandle = { handle: true } as const satisfies Prisma.MemberSelect;

/** Where a member is written to. */
export const mailAddress = { email: true } as const satisfies Prisma.MemberSelect;

/** Suspensions that keep a member out at a moment. */
export const activeSuspension = (now: Date) =>
  ({ liftedAt: null, ...notOver(now) }) satisfies Prisma.SuspensionWhereInput;

/** A member's standing at a moment, for those who decide on what they did. */
export const memberStanding = (now: Date) =>
  ({
    id: true,
    ...memberName,
    trust: true,
    createdAt: true,
    grants: isOfStaff(now),
    warnings: { select: { id: true }, take: 20 },
    suspensions: { where: activeSuspension(now), select: { id: true }, take: 1 },
  }) as const satisfies Prisma.MemberSelect;

/** Whether a member is of the staff at a moment. */
export const isOfStaff = (now: Date) =>
  ({ where: { scopeType: null, ...notOver(now) }, select: { id: true }, take: 1 }) satisfies Prisma.Member$grantsArgs;
