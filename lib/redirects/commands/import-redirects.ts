import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { redirectsTag, type FileRow, type PlannedRow } from '../choices';
import { planRows } from '../plan';
import { canEditRedirects } from '../policy';
import { inTurn } from './turns';
import { writeRedirects } from './write-redirects';

export type RedirectsImported = {
  added: number;
  changed: number;
  unchanged: number;
  /** Staff have it lead elsewhere. */ kept: number;
  /** Staff deleted it. */ gone: number;
  refused: PlannedRow[];
};

/**
 * Writes redirects of an old site, by the rules that hold for those of staff. `before` says where the import before this one had the
 * addresses lead: one that leads elsewhere by now was changed here and stays, one that is gone was deleted here.
 */
export async function importRedirects(
  ctx: Ctx,
  { rows, before }: { rows: readonly FileRow[]; before: Readonly<Record<string, string>> },
): Promise<RedirectsImported> {
  allow(canEditRedirects(ctx.actor));
  await inTurn(ctx);
  const here = await ctx.db.redirect.findMany({
    where: { fromPath: { in: rows.map(({ from }) => from) } },
    select: { fromPath: true, to: true },
  });
  const now = new Map(here.map(({ fromPath, to }) => [fromPath, to]));
  const fateOf = ({ from, to, fault }: FileRow): 'kept' | 'gone' | 'ours' => {
    if (fault) return 'ours';
    const [is, was] = [now.get(from), before[from]];
    if (is === undefined) return was === undefined ? 'ours' : 'gone';
    return is === to || is === was ? 'ours' : 'kept';
  };
  const planned = await planRows(
    { db: ctx.db },
    rows.filter((row) => fateOf(row) === 'ours'),
  );
  const of = (fate: PlannedRow['fate']) => planned.filter((row) => row.fate === fate);
  const [added, changed] = [of('add'), of('change')];
  await writeRedirects(ctx, [...added, ...changed], memberId(ctx.actor));
  if (added.length + changed.length > 0) ctx.touch(redirectsTag);
  return {
    added: added.length,
    changed: changed.length,
    unchanged: of('same').length,
    kept: rows.filter((row) => fateOf(row) === 'kept').length,
    gone: rows.filter((row) => fateOf(row) === 'gone').length,
    refused: of('refused'),
  };
}
