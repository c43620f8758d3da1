/** Whatever an import says of itself has a sentence in both languages. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { leftOutWords } from '@/lib/import/left-out';
import { sheetKinds } from '@/lib/import/shopify-sheets';
import { importFailures, importFileKinds, importPhases } from '@/lib/imports/choices';
import { faults } from '@/lib/redirects/choices';
import { sources } from '@/tests/architecture/sources';

type Words = Record<string, Record<string, string>> & { run: { phases: Record<string, string> } };
const wordsIn = (language: string) =>
  (JSON.parse(readFileSync(path.join('messages', language, 'imports.staff.json'), 'utf8')) as { imports: Words })
    .imports;
const languages = ['en', 'zh-CN'].map(wordsIn);

/** The codes by which importers refuse something, as they stand in their sources. */
function codesOf(text: string): string[] {
  const plain = /(?:code: |fail\(ctx, |[fF]ault\(|refuseFile\(file, |refuseTopic\(\w+, )'([a-z]+(?:-[a-z]+)*)'/g;
  return [...text.matchAll(plain)].map(([, code]) => code!);
}

const importers = sources('lib/import').filter(({ file }) => !file.endsWith('.test.ts'));
const keys = importers.flatMap(({ text }) => [...text.matchAll(/what: '\w+', key: '(\w+)'/g)].map(([, key]) => key!));

it('each reason for a refusal', () => {
  const made = [
    ...keys.flatMap((key) => [`${key}-missing`, `${key}-split`]),
    ...sheetKinds.map((kind) => `${kind.replace(/s$/, '')}-twice`),
  ];
  // A product that comes twice is told by its handle, a redirect by the table's own rule.
  const codes = new Set([...importers.flatMap(({ text }) => codesOf(text)), ...made, ...faults]);
  for (const never of ['custom', 'product-twice']) codes.delete(never);
  expect(codes.size).toBeGreaterThan(80);
  expect(keys).toEqual(expect.arrayContaining(['handle', 'email', 'name', 'address']));
  for (const words of languages) expect([...codes].filter((code) => !words.refusals![code])).toEqual([]);
});

it('what is left behind, what a run is at, how it fails, and what files are', () => {
  expect(importFileKinds).toEqual(sheetKinds);
  for (const { left, run, failures, kinds } of languages) {
    expect(Object.keys(left!).toSorted()).toEqual(Object.keys(leftOutWords).toSorted());
    expect(importPhases.filter((phase) => !run.phases[phase])).toEqual([]);
    expect(Object.keys(failures!).toSorted()).toEqual([...importFailures].toSorted());
    expect(importFileKinds.filter((kind) => !kinds![kind])).toEqual([]);
  }
});

it('finds a planted reason', () => {
  expect(codesOf(`return { file, row: 0, code: 'planted-here', reason };`)).toEqual(['planted-here']);
});
