import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { cellAsTyped } from '@/lib/core/csv';
import { env } from '@/lib/core/env';
import { notFound, Refused } from '@/lib/core/errors';
import { bytesOf, readCsv } from '@/lib/import/csv-records';
import { mostFileRows, type FileRow } from '@/lib/redirects/choices';
import { keepRedirectFile } from '@/lib/redirects/commands';
import { canEditRedirects } from '@/lib/redirects/policy';
import { readRow } from '@/lib/redirects/read-row';
import type { SendRedirects } from '@/lib/redirects/schema';

// Addresses have no lines of their own.
const recordLines = 5;

/**
 * Reads the redirects of a CSV file, as Shopify exports them, and keeps them for the member to look at; nothing is redirected yet.
 * Refuses a file without the two columns, an empty one, and one with too many rows.
 */
export async function sendRedirects(actor: Actor, { file }: Pick<SendRedirects, 'file'>): Promise<void> {
  if (!canEditRedirects(actor)) throw notFound('list');
  const rows = await rowsOf(file);
  await transact(keepRedirectFile)(actor, { rows });
}

async function rowsOf(file: Blob): Promise<FileRow[]> {
  const host = new URL(env.PUBLIC_URL).host;
  let columns: Columns | null = null;
  const rows: FileRow[] = [];
  for await (const { row, cells, broken } of readCsv(bytesOf(file), { recordLines })) {
    if (!columns) {
      columns = columnsOf(cells);
      continue;
    }
    const cell = (at: number) => cellAsTyped(cells[at] ?? '');
    const read = readRow(cell(columns.from), cell(columns.to), host);
    rows.push({ row, ...read, ...(broken && { fault: 'redirect-line' as const }) });
    if (rows.length > mostFileRows)
      throw new Refused('redirect-file-long', 'too many rows', { field: 'file', values: { most: mostFileRows } });
  }
  return rows;
}

type Columns = { from: number; to: number };

const names = {
  from: ['redirect from', 'from', 'source', 'old', '旧网址', '旧地址'],
  to: ['redirect to', 'to', 'target', 'new', '新网址', '新地址'],
};

function columnsOf(header: readonly string[]): Columns {
  const said = header.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const at = (name: keyof Columns) => said.findIndex((cell) => names[name].includes(cell));
  const columns = { from: at('from'), to: at('to') };
  if (columns.from < 0 || columns.to < 0) throw new Refused('redirect-columns', 'no such columns', { field: 'file' });
  return columns;
}
