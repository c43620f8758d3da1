import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import type { FCodeSource } from '@/lib/core/prisma-client/enums';

import { digestOf, makeFCode } from '../f-codes/code';
import { countLeft, lockPool } from '../f-codes/pool';
import { canRunDrops } from '../policy';
import type { IssueFCodes } from '../schema';
import { checkAhead } from './offer-units';

type Issue = { dropId: string; source: FCodeSource; note: string; expiresAt: Date };

/** Issues F-codes from the units held back for them and answers them in plain, this once: only digests are kept. */
export async function issueFCodes(ctx: Ctx, { count, handle, ...issue }: IssueFCodes): Promise<{ codes: string[] }> {
  allow(canRunDrops(ctx.actor));
  if (handle && count > 1) throw new Refused('f-code-bound-one', 'A bound code comes alone', { field: 'count' });
  const boundToId = handle ? await holderOf(ctx, handle) : null;
  const codes = await issueFrom(
    ctx,
    issue,
    Array.from({ length: count }, () => boundToId),
  );
  await audit(ctx, {
    act: 'drop.issueFCodes',
    subject: ['drop', issue.dropId],
    reason: issue.note,
    detail: { count, source: issue.source, boundToId },
  });
  return { codes };
}

/**
 * Gives the members codes bound to them, the first of them where there are fewer units than members; whoever was given one of
 * this source in this drop before is left out. Answers who is still without.
 */
export async function giveFCodes(
  ctx: Ctx,
  { memberIds, ...issue }: Issue & { memberIds: string[] },
): Promise<{ given: number; without: string[] }> {
  allow(canRunDrops(ctx.actor));
  // Under the lock, so that two members of staff who press at once do not give twice.
  const stock = await lockPool(ctx.db, issue.dropId, ctx.now);
  const before = await ctx.db.fCode.findMany({
    where: { dropId: issue.dropId, source: issue.source, boundToId: { in: memberIds } },
    select: { boundToId: true },
  });
  const has = new Set(before.map(({ boundToId }) => boundToId));
  const wanting = memberIds.filter((id) => !has.has(id));
  if (wanting.length === 0) return { given: 0, without: [] };
  const left = Math.max(0, await countLeft(ctx, issue.dropId, stock));
  const holders = left > 0 ? wanting.slice(0, left) : wanting;
  await issueFrom(ctx, issue, holders);
  await audit(ctx, {
    act: 'drop.giveFCodes',
    subject: ['drop', issue.dropId],
    reason: issue.note,
    detail: { count: holders.length, source: issue.source },
  });
  return { given: holders.length, without: wanting.slice(holders.length) };
}

async function holderOf(ctx: Ctx, handle: string): Promise<string> {
  const named = handle.replace(/^@/, '').toLowerCase();
  const [member] = await ctx.db.$queryRaw<{ id: string }[]>`SELECT "id" FROM members.person WHERE "handle" = ${named}`;
  if (!member) throw new Refused('f-code-no-member', 'There is no such member', { field: 'handle' });
  return member.id;
}

async function issueFrom(
  ctx: Ctx,
  { dropId, source, note, expiresAt }: Issue,
  holders: (string | null)[],
): Promise<string[]> {
  if (expiresAt <= ctx.now) throw new Refused('f-code-expiry', 'It would be expired already', { field: 'expiresAt' });
  checkAhead(ctx, expiresAt, 'expiresAt');
  const stock = await lockPool(ctx.db, dropId, ctx.now);
  const drop = found(
    await ctx.db.drop.findUnique({ where: { id: dropId }, select: { cancelledAt: true, announcedAt: true } }),
    'drop',
  );
  if (drop.cancelledAt) throw new Refused('drop-cancelled', 'The drop was cancelled');
  // Its holder is sent to the drop's page.
  if (!drop.announcedAt && holders.some(Boolean))
    throw new Refused('f-code-not-announced', 'The drop is not public yet');
  const left = Math.max(0, await countLeft(ctx, dropId, stock));
  if (holders.length > left)
    throw new Refused('f-code-pool', 'The pool is too small', {
      field: 'count',
      values: { left, wanted: holders.length },
    });
  return writeCodes(ctx, { dropId, source, note, expiresAt }, holders);
}

async function writeCodes(ctx: Ctx, issue: Issue, holders: (string | null)[]): Promise<string[]> {
  const made = holders.map((boundToId) => ({ boundToId, code: makeFCode() }));
  const rows = await ctx.db.fCode.createManyAndReturn({
    data: made.map(({ boundToId, code }) => ({
      ...issue,
      boundToId,
      digest: digestOf(code)!,
      tail: code.slice(-4),
      issuedById: memberId(ctx.actor),
      createdAt: ctx.now,
    })),
    select: { id: true, boundToId: true },
  });
  for (const { id, boundToId } of rows)
    if (boundToId) await ctx.emit('fCode.issued', { codeId: id, dropId: issue.dropId });
  return made.map(({ code }) => code);
}
