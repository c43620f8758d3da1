import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { allow, found, Refused } from '@/lib/core/errors';

import { mostHops, mostRedirects, redirectsTag, type Fault, type Leads } from '../choices';
import { planRows } from '../plan';
import { canEditRedirects } from '../policy';
import { readRow } from '../read-row';
import type { SaveRedirect } from '../schema';
import { inTurn } from './turns';

const kept = { id: true, fromPath: true, to: true, version: true } as const;

/**
 * Adds a redirect, or changes one. Refuses an address of the program's own, a target that is neither a path here nor https, an address
 * that has a redirect already, what would lead in a circle or on and on, who saw an older version, and more redirects than there may be.
 */
export async function saveRedirect(
  ctx: Ctx,
  { redirectId, shown, ...written }: SaveRedirect,
  turns = inTurn,
): Promise<{ id: string }> {
  allow(canEditRedirects(ctx.actor));
  const row = readRow(written.from, written.to, new URL(env.PUBLIC_URL).host);
  if (row.fault) throw refusalOf(row.fault);
  await turns(ctx);
  const before = redirectId
    ? found(await ctx.db.redirect.findUnique({ where: { id: redirectId }, select: kept }))
    : null;
  if (before && before.version !== shown) throw new Refused('redirect-changed');
  const other = await ctx.db.redirect.findUnique({ where: { fromPath: row.from }, select: kept });
  if (other && other.id !== before?.id)
    throw new Refused('redirect-taken', 'it has a redirect', { field: 'from', values: { to: other.to } });
  const [planned] = await planRows({ db: ctx.db, without: before?.id }, [{ ...row, row: 1 }]);
  if (planned!.fault) throw refusalOf(planned!.fault);
  const id = before ? await change(ctx, before, shown, row) : await add(ctx, row);
  const detail = { from: row.from, to: row.to, ...(before && { before: `${before.fromPath} → ${before.to}` }) };
  await audit(ctx, { act: before ? 'redirect.change' : 'redirect.add', subject: ['redirect', id], detail });
  ctx.touch(redirectsTag);
  return { id };
}

const ofTarget: readonly Fault[] = ['redirect-to', 'redirect-loop', 'redirect-chain'];

function refusalOf(fault: Fault): Refused {
  const field = ofTarget.includes(fault) ? 'to' : 'from';
  return new Refused(fault, fault, { field, values: { hops: mostHops, most: mostRedirects } });
}

async function add(ctx: Ctx, { from, to }: Leads): Promise<string> {
  const [made] = await ctx.db.redirect.createManyAndReturn({
    data: { fromPath: from, to, createdAt: ctx.now, updatedAt: ctx.now, byId: memberId(ctx.actor) },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) throw new Refused('redirect-changed');
  return made.id;
}

// Of two who save at once, the second waits for the first, and then finds another version.
async function change(ctx: Ctx, { id }: { id: string }, shown: number, { from, to }: Leads): Promise<string> {
  const { count } = await ctx.db.redirect.updateMany({
    where: { id, version: shown },
    data: { fromPath: from, to, version: { increment: 1 }, updatedAt: ctx.now, byId: memberId(ctx.actor) },
  });
  if (count === 0) throw new Refused('redirect-changed');
  return id;
}
