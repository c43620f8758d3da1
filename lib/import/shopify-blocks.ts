import { pickCells, type Cells, type Columns } from './shopify-columns';
import { short, type Fault } from './sheet-pieces';
import type { RowFault, SheetRow } from './shopify-shape';

/**
 * Parts the rows of one handle: those of its first product, and those of any other product that has the same handle. A
 * row begins another product when it names another title or other options; rows that name neither go on with the last one.
 */
export function partRows(rows: SheetRow[], columns: Columns): { own: SheetRow[]; others: RowFault[] } {
  const [lead, ...rest] = rows;
  if (!lead) return { own: [], others: [] };
  const first = pickCells(columns, lead.cells);
  const own = [lead];
  const others: RowFault[] = [];
  let other: Fault | undefined;
  for (const row of rest) {
    if (!row.broken) other = otherProduct(first, pickCells(columns, row.cells), other);
    if (other) others.push({ row: row.row, ...(row.broken ?? other) });
    else own.push(row);
  }
  return { own, others };
}

function otherProduct(first: Cells, cells: Cells, before: Fault | undefined): Fault | undefined {
  const names = optionNames(cells);
  const title = cells.title !== '' && !same(cells.title, first.title);
  if (title)
    return {
      code: 'handle-duplicate',
      reason: `another product, "${short(cells.title)}", has this handle: "${short(first.title)}" came first`,
    };
  const options = names !== '' && !same(names, optionNames(first));
  if (options)
    return {
      code: 'handle-duplicate',
      reason: `the row names other options (${short(names)}) than the product (${short(optionNames(first)) || 'none'})`,
    };
  return cells.title !== '' || names !== '' ? undefined : before;
}

function optionNames({ option1Name, option2Name, option3Name }: Cells): string {
  return [option1Name, option2Name, option3Name].filter(Boolean).join(', ');
}

function same(one: string, other: string): boolean {
  const bare = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  return bare(one) === bare(other);
}
