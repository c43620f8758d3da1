/** `npm run readme:settings`: writes the table of settings into README.md. */
import { readFileSync, writeFileSync } from 'node:fs';

import { withTable } from './lib/settings-table';

export async function main(): Promise<void> {
  writeFileSync('README.md', withTable(readFileSync('README.md', 'utf8')));
}
