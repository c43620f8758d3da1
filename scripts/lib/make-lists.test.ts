import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { makeLists } from './make-lists';

let root = '';
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'millet-lists-'));
  put('lib/core/worker-part.ts', 'export type WorkerPart = object;\n');
  put('lib/flows/spare-parts/worker-part.ts', 'export const sparePartsFlowsWorker: WorkerPart = {};\n');
  put('lib/loans/notices.ts', 'export const loansNotices = declareNotices({});\n');
  put('messages/en/spare-parts.ui.json', '{}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('lists what the folders declare, of domains and of flows', () => {
  makeLists(root);
  expect(read('lib/domains-worker.ts')).toContain(
    "import { sparePartsFlowsWorker } from './flows/spare-parts/worker-part';",
  );
  expect(read('lib/domains-worker.ts')).toContain('[\n  sparePartsFlowsWorker,\n]');
  expect(read('lib/domains-notices.ts')).toContain('  ...loansNotices,\n');
  expect(read('lib/domains-front.ts')).toContain('frontParts: readonly FrontPart[] = [\n]');
  expect(read('messages/gathered.ts')).toContain("from './zh-CN/spare-parts.ui.json'");
});

it('writes what changed and nothing else', () => {
  expect(makeLists(root)).toHaveLength(12);
  expect(makeLists(root)).toEqual([]);
  put('lib/loans/front-part.ts', 'export const loansFront: FrontPart = {};\n');
  expect(makeLists(root)).toEqual(['lib/domains-front.ts']);
  rmSync(path.join(root, 'lib/loans'), { recursive: true });
  expect(makeLists(root)).toEqual(['lib/domains-front.ts', 'lib/domains-notices.ts']);
});

it('names the file that does not declare exactly one thing', () => {
  put('lib/loans/worker-part.ts', 'export const work = {};\n');
  expect(() => makeLists(root)).toThrow('lib/loans/worker-part.ts');
});

it('parses what staff pages say in a browser, in each language, of every domain', async () => {
  put('messages/en/loans.staff.json', '{ "loans": { "due": "{count, plural, one {# day} other {# days}}" } }');
  put('messages/en/loans.page.json', '{ "loans": { "lead": "Not for browsers" } }');
  put('messages/zh-CN/loans.staff.json', '{ "loans": { "due": "{count} 天" } }');
  makeLists(root);
  const said = async (file: string) =>
    ((await import(/* @vite-ignore */ path.join(root, file))) as { words: object }).words;
  expect(await said('messages/compiled/staff-en.ts')).toEqual({ loans: { due: [expect.any(Array)] } });
  expect(await said('messages/compiled/staff-zh.ts')).toEqual({ loans: { due: [['count'], ' 天'] } });
});
