/** `npm run docs:settings`: writes the table of settings into docs/settings.md. */
import { readFileSync, writeFileSync } from 'node:fs';

import { withTable } from './lib/settings-table';

const page = 'docs/settings.md';

export async function main(): Promise<void> {
  writeFileSync(page, withTable(readFileSync(page, 'utf8')));
}
