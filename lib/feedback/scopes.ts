/** Conditions of ideas and releases that several statements ask, each said once. */
import { Prisma } from '@/lib/core/prisma-client/client';
import { knownProduct } from '@/lib/catalog/published';

/** Of thread t: whether everyone may read it. */
export const isPublicThread = Prisma.sql`t."isPublic" AND t."shown"`;

/** Of idea i, thread t, product p: whether everyone may read it. */
export const publicIdea = Prisma.sql`${isPublicThread} AND p."known"`;

/** Releases that are out. */
export const publishedRelease = { publishedAt: { not: null } } as const satisfies Prisma.ReleaseWhereInput;

/** The same of a row r of "Release" in SQL. */
export const isPublished = Prisma.sql`r."publishedAt" IS NOT NULL`;

/** Releases that everyone may know of. */
export const publicRelease = { ...publishedRelease, product: knownProduct } as const satisfies Prisma.ReleaseWhereInput;

/** The same of release r and its product p in SQL. */
export const isPublicRelease = Prisma.sql`${isPublished} AND p."known"`;
