/** `npm run new:domain NAME [ONE] [中文名]`: makes a domain with a table, a page, an action, an event, a notice, a staff page and its tests. */
import { main as writeMigration } from './db-diff';
import { generateCode } from './lib/generate';
import { dataDir } from './lib/prepare';
import { programOf, runNode } from './lib/run-node';
import { say, Trouble } from './lib/say';
import { namesOf } from './new-domain/names';
import { writeDomain } from './new-domain/write-domain';

const spelling = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

export async function main([domain = '', one, chinese]: string[]): Promise<void> {
  if (![domain, one ?? domain].every((name) => spelling.test(name) && name.length <= 30))
    throw new Trouble(
      'Name the domain by its plural, in lower case, and if you like one of them and the Chinese name: npm run new:domain loans loan 借用',
    );
  const names = namesOf(domain, one, chinese);
  const { made, changed } = writeDomain(names);
  await runNode({
    script: programOf('prettier', 'bin/prettier.cjs'),
    words: ['--write', '--log-level', 'warn', ...[...made, ...changed].filter((file) => /\.(tsx?|json)$/.test(file))],
  });
  await writeMigration([`add_${domain.replaceAll('-', '_')}`]);
  await generateCode(dataDir());
  say(`lib/${domain} is there, with its pages at /en/${domain} and /en/staff/${domain} and ${made.length} files in all.
Files of others that know it: ${changed.join(', ')}.
Try it: npx vitest run lib/${domain}, then npm run dev. What to change next: CONTRIBUTING.md, "After new:domain".`);
}
