/** `npm run docs:memory`: writes the table of bounded memories into docs/operations.md. */
import { readFileSync, writeFileSync } from 'node:fs';

import { memoryTable, withTable } from './lib/memory-table';

const document = 'docs/operations.md';

export async function main(): Promise<void> {
  // Nothing is asked of a database: the modules are only loaded.
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1/none';
  process.env.AUTH_SECRET ??= 'x'.repeat(32);
  writeFileSync(document, withTable(readFileSync(document, 'utf8'), await memoryTable()));
}
