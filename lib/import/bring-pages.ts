import { z } from 'zod';

import type { Ctx } from '@/lib/core/context';
import { sha256 } from '@/lib/core/ids';
import { slugify } from '@/lib/core/slug';
import { keepRecords } from '@/lib/imports/commands';
import { getRecords } from '@/lib/imports/queries';
import { importPage, type PageImported } from '@/lib/pages/commands';
import { paths } from '@/lib/paths';
import { importRedirects } from '@/lib/redirects/commands';
import { readRow } from '@/lib/redirects/read-row';

import { readerOf, tell } from './bring-records';
import { doAgain } from './bring-redirects';
import { refusedSave } from './refused-save';
import type { Head } from './sheet-rows';
import { buildPage, pagesSheet, type PageFound } from './shopify-pages';
import { broughtOf, write, type Run, type ShopifyFile } from './shopify-run';

const kind = { source: 'shopify', kind: 'page' };
const keptRow = z.object({ digest: z.string() });
const read = readerOf(pagesSheet, buildPage);

/** Brings the pages of a file as drafts; what staff changed, published or deleted since stays as it is. */
export async function bringPages({ name, open }: ShopifyFile, head: Head, run: Run): Promise<void> {
  const brought = broughtOf(run, 'pages');
  const money = { currency: run.currency, delimiter: head.delimiter, shop: run.shop };
  for await (const found of read(open, head, money, (at, of) => run.onRows?.(name, at, of))) {
    const page = tell(found, 'pages', name, run);
    if (!page) continue;
    try {
      const { outcome, redirect } = await write(run, bringPage)({ handle: found.key, page });
      if (redirect) doAgain(run, 1, (ctx) => importRedirects(ctx, redirect));
      brought.all += 1;
      if (outcome !== 'unchanged') brought[outcome] += 1;
    } catch (error) {
      run.refuse({ file: name, row: found.at, handle: found.key, ...refusedSave(error) });
    }
  }
}

type Redirect = Parameters<typeof importRedirects>[1];

/** Brings one page where the export says something else of it than at the last import; each in one transaction with the note of it. */
async function bringPage(
  ctx: Ctx,
  { handle, page }: { handle: string; page: PageFound },
): Promise<{ outcome: PageImported['outcome'] | 'unchanged'; redirect?: Redirect }> {
  const digest = sha256(JSON.stringify(page));
  const [known] = await getRecords(ctx, { ...kind, sourceIds: [handle] });
  if (keptRow.safeParse(known?.row).data?.digest === digest) return { outcome: 'unchanged' };
  const { outcome, slug } = await importPage(ctx, {
    ...{ ...page, source: kind.source, sourceId: handle, known: known !== undefined },
  });
  await keepRecords(ctx, { ...kind, records: [{ sourceId: handle, row: { digest } }], taken: true });
  // An address that no page here can have leads on by the table.
  if (outcome === 'added' && slug !== null && slugify(handle) !== handle) {
    const redirect = { rows: [{ row: 1, ...readRow(paths.page(handle), paths.page(slug)) }], before: {} };
    await importRedirects(ctx, redirect);
    return { outcome, redirect };
  }
  return { outcome };
}
