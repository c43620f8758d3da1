/** Writes the files of a new domain and the lines by which others know it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Trouble } from '../lib/say';
import { domainFiles } from './domain-files';
import { messageFiles } from './message-files';
import type { Names } from './names';
import { pageFiles } from './page-files';
import { testFiles } from './test-files';

/** What was written and what was changed, as paths below `root`; nothing is touched when a name is taken. */
export function writeDomain(names: Names, root = '.'): { made: string[]; changed: string[] } {
  refuseTaken(names, root);
  const files = { ...domainFiles(names), ...pageFiles(names), ...messageFiles(names), ...testFiles(names) };
  const changes = centralLines(names, root);
  for (const [file, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return { made: Object.keys(files), changed: Object.keys(changes) };
}

function refuseTaken({ domain, table, many }: Names, root: string): void {
  const pages = ['(site)/(account)', '(site)/(community)', '(site)/(shop)', 'staff'].map(
    (part) => `app/[locale]/${part}/${domain}`,
  );
  const taken = [`lib/${domain}`, `components/${domain}`, `prisma/schema/${domain}.prisma`, ...pages];
  const there = taken.find((file) => existsSync(path.join(root, file)));
  if (there) throw new Trouble(`${there} is there already: choose another name`);
  const speaking = readdirSync(path.join(root, 'messages/en')).find(
    (file) => many in (JSON.parse(readFileSync(path.join(root, 'messages/en', file), 'utf8')) as object),
  );
  if (speaking) throw new Trouble(`messages/en/${speaking} has sentences under "${many}": choose another name`);
  const model = new RegExp(`^(?:model|enum) ${table}(?:Decision|Outcome)? \\{`, 'm');
  const schema = readdirSync(path.join(root, 'prisma/schema')).find((file) =>
    model.test(readFileSync(path.join(root, 'prisma/schema', file), 'utf8')),
  );
  if (schema)
    throw new Trouble(
      `prisma/schema/${schema} has a ${table}: give the new one a name, npm run new:domain ${domain} NAME`,
    );
}

/** The list of domains, the table of who may open its pages, and the other side of the relation to a member, which Prisma wants written down. */
function centralLines({ domain, one, table, many }: Names, root: string): Record<string, string> {
  const rows = `  ${many.padEnd(14)} ${table}[]\n  ${one}Decisions ${table}Decision[]`;
  return {
    'lib/domains.ts': changed(root, 'lib/domains.ts', [
      [/\n\n\/\*\* Every domain/, `\nimport { ${many}Domain } from './${domain}/domain';$&`],
      [/\n\] as const;/, `\n  ${many}Domain,$&`],
    ]),
    'tests/e2e/support/page-tables.ts': changed(root, 'tests/e2e/support/page-tables.ts', [
      [/(staffPages: [^{]*\{\n)/, `$1  '/staff/${domain}': only('agent'),\n`],
      [/(memberPages: [^{]*\{\n)/, `$1  '/${domain}': 'all',\n`],
    ]),
    'prisma/schema/members.prisma': changed(root, 'prisma/schema/members.prisma', [
      [/(model Member \{[^}]*?)(\n\n  @@)/, `$1\n${rows}$2`],
    ]),
  };
}

function changed(root: string, file: string, changes: [RegExp, string][]): string {
  return changes.reduce(
    (text, [place, line]) => {
      if (!place.test(text)) throw new Trouble(`${file} is not as expected: see "A domain" in CONTRIBUTING.md`);
      return text.replace(place, line);
    },
    readFileSync(path.join(root, file), 'utf8'),
  );
}
