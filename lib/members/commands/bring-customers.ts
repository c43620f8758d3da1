import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { sourceDigest } from '../source-digest';
import { broughtName } from './enrol-member';

/** Somebody who bought elsewhere. `sourceId` is what the source knows them by. */
export type Customer = { sourceId: string; name: string; email: string | null; locale: string };

export type CustomersBrought = { added: number; changed: number };

/** How many one command brings at most. */
export const mostCustomers = 500;

/**
 * Makes customers of people who bought elsewhere: members without handle, password and profile, which are theirs once they sign up with
 * their address. Who is a member already, by the address, stays as they are; a customer whom this source brought before is brought up to
 * date until then. Five hundred at most, each person once.
 */
export async function bringCustomers(
  ctx: Ctx,
  { source, customers }: { source: string; customers: Customer[] },
): Promise<CustomersBrought> {
  allow(may(ctx.actor, 'members.import'));
  allow(customers.length <= mostCustomers, 'bad-value');
  if (customers.length === 0) return { added: 0, changed: 0 };
  // Two who bring the same people write them in one order.
  const people = customers
    .map(({ name, sourceId, ...person }) => ({
      ...person,
      sourceId: sourceDigest(sourceId),
      name: customerName(name, person.locale),
    }))
    .toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
  const added = await ctx.db.member.createManyAndReturn({
    data: people.map((person) => ({ ...person, source, createdAt: notJoined })),
    skipDuplicates: true,
    select: { sourceId: true },
  });
  const isNew = new Set(added.map(({ sourceId }) => sourceId));
  const changed = await update(
    ctx,
    source,
    people.filter(({ sourceId }) => !isNew.has(sourceId)),
  );
  return { added: added.length, changed };
}

/** When somebody joined who has not: such members come last where the newest come first, and count in no figure of joining. */
export const notJoined = new Date(0);

const unnamed: Record<string, string> = { en: 'Customer', zh: '顾客' };

/** What a customer is called who gave this name. */
export const customerName = (name: string, locale: string): string => broughtName(name, unnamed[locale] ?? unnamed.en!);

// Whom staff have corrected stays as they left them.
async function update({ db }: Ctx, source: string, people: Customer[]): Promise<number> {
  const column = (name: 'sourceId' | 'name' | 'locale') => people.map((person) => person[name]);
  return db.$executeRaw`
    UPDATE "Member" m SET "name" = g.name, "locale" = g.locale
    FROM unnest(${column('sourceId')}::text[], ${column('name')}::text[], ${column('locale')}::text[]) AS g(id, name, locale)
    WHERE m."source" = ${source} AND m."sourceId" = g.id AND m."handle" IS NULL AND (m."name", m."locale") IS DISTINCT FROM (g.name, g.locale)
      AND NOT EXISTS (SELECT FROM "AuditEntry" a WHERE a."subjectType" = 'member' AND a."subjectId" = m."id"::text AND a."act" = 'member.correct')`;
}

/**
 * Forgets customers who have no account, by what their source knows them by or by their addresses: their name and address go, and what tells
 * where they came from. Whoever has an account goes another way. Answers how many.
 */
export async function eraseCustomer(
  ctx: Ctx,
  { source, sourceIds, emails }: { source: string; sourceIds: string[]; emails: string[] },
): Promise<number> {
  allow(may(ctx.actor, 'members.import'));
  const { count } = await ctx.db.member.updateMany({
    data: { name: unnamed.en, email: null, source: null, sourceId: null },
    where: { handle: null, OR: [{ source, sourceId: { in: sourceIds.map(sourceDigest) } }, { email: { in: emails } }] },
  });
  return count;
}
