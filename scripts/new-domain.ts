/** `npm run new:domain NAME [ONE]`: makes a domain with a table, a page, an action, an event, a notice, a staff page and its tests. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { main as writeMigration } from './db-diff';
import { programOf, runNode } from './lib/run-node';
import { say, Trouble } from './lib/say';
import { domainFiles } from './new-domain/domain-files';
import { namesOf, type Names } from './new-domain/names';
import { pageFiles } from './new-domain/page-files';
import { testFiles } from './new-domain/test-files';

const spelling = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export async function main([domain = '', one]: string[]): Promise<void> {
  if (!spelling.test(domain) || (one !== undefined && !spelling.test(one)))
    throw new Trouble('Name the domain by its plural, in lower case: npm run new:domain loans');
  if (existsSync(`lib/${domain}`)) throw new Trouble(`lib/${domain} is there already`);
  const names = namesOf(domain, one);
  const files = { ...domainFiles(names), ...pageFiles(names), ...testFiles(names) };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const touched = joinCentre(names);
  const formatted = [...Object.keys(files), ...touched].filter((file) => /\.(tsx?|json)$/.test(file));
  await runNode({
    script: programOf('prettier', 'bin/prettier.cjs'),
    words: ['--write', '--log-level', 'warn', ...formatted],
  });
  await writeMigration([`add_${domain.replaceAll('-', '_')}`]);
  say(`lib/${domain} stands, with its pages at /${domain} and /staff/${domain}. What is central: ${touched.join(', ')}.
Next: read CONTRIBUTING.md, "How to add", shape the table, then npm run db:diff and npm run check.`);
}

/** The lines by which the centre knows the domain. */
function joinCentre({ domain, table, many }: Names): string[] {
  return [
    edit('lib/domains.ts', [
      [/\n\n\/\*\* Every domain/, `\nimport { ${many}Domain } from './${domain}/domain';\n\n/** Every domain`],
      [/\n\] as const;/, `\n  ${many}Domain,\n] as const;`],
    ]),
    edit('prisma/schema/members.prisma', [[/(model Member \{[\s\S]*?)\n(\n  @@|\})/, `$1\n  ${many} ${table}[]\n$2`]]),
  ];
}

function edit(file: string, changes: [RegExp, string][]): string {
  let text = readFileSync(file, 'utf8');
  for (const [place, replacement] of changes) {
    if (!place.test(text)) throw new Trouble(`${file} is not as expected: add the line by hand, see CONTRIBUTING.md`);
    text = text.replace(place, replacement);
  }
  writeFileSync(file, text);
  return file;
}
