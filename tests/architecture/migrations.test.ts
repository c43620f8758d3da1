import { existsSync } from 'node:fs';

import { expect, inject, it } from 'vitest';

import { byHand } from '@/scripts/lib/migrations';
import { diffSchema, keepHandWritten } from '@/scripts/lib/schema-diff';
import { readSqlFiles } from '@/scripts/lib/sql-files';

// Planted differences, of which each is found, stand in scripts/lib/sql-diff.test.ts.
it('migrations make what the schema, the functions and the views say, and nothing else', async () => {
  expect(await diffSchema(inject('run').adminUrl)).toBe('');
});

it('each file of prisma/functions and prisma/views stands under a domain and makes what it is named after', () => {
  const wrong = readSqlFiles().filter(({ kind, domain, name, text }) => {
    if (!existsSync(`lib/${domain}`)) return true;
    if (kind === 'views') return !new RegExp(`^CREATE (OR REPLACE )?VIEW ${domain}\\.${name}\\b`, 'm').test(text);
    const made = [...text.matchAll(/^CREATE OR REPLACE (?:FUNCTION|TRIGGER) "?(\w+)/gm)].map((found) =>
      snake(found[1]!),
    );
    return !made.includes(name);
  });
  expect(wrong.map((file) => file.path)).toEqual([]);
  expect(readSqlFiles().length).toBeGreaterThan(15);
});

const snake = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

it('the next migration drops nothing that an earlier one made by hand', () => {
  const sql = 'CREATE TABLE "A" ();\n\n-- By hand:\nCREATE INDEX "words" ON "A" USING gin (title gin_trgm_ops);';
  const proposed = '-- DropIndex\nDROP INDEX "words";\n\n-- DropIndex\nDROP INDEX "other";\n';
  expect(byHand(sql)).toMatch(/^-- By hand:/);
  expect(keepHandWritten(proposed, [{ name: 'one', sql, checksum: '' }])).toBe('-- DropIndex\nDROP INDEX "other";');
  const without = '-- By hand:\nALTER TABLE "A" DROP CONSTRAINT "A_b_fkey";';
  expect(
    keepHandWritten(
      '-- AddForeignKey\nALTER TABLE "A" ADD CONSTRAINT "A_b_fkey" FOREIGN KEY ("b") REFERENCES "B"("id");\n',
      [{ name: 'two', sql: without, checksum: '' }],
    ),
  ).toBe('');
});
