import { expect, inject, it } from 'vitest';

import { byHand } from '@/scripts/lib/migrations';
import { diffSchema, keepHandWritten } from '@/scripts/lib/schema-diff';

it('migrations make what the schema says', async () => {
  expect(await diffSchema(inject('run').adminUrl)).toBe('');
});

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
