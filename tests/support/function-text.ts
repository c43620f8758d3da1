import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of an SQL function by its file, such as `drops/settle_claims`: a control runs it with a guard taken out, and then as it is. */
export function functionText(name: string): string {
  return readFileSync(path.join('prisma/functions', `${name}.sql`), 'utf8');
}
