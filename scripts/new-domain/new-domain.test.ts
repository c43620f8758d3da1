import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import ts from 'typescript-5';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeLists } from '../lib/make-lists';
import { namesOf } from './names';
import { writeDomain } from './write-domain';

let root = '';
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

// What a new domain reads and changes.
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'millet-new-domain-'));
  for (const part of ['lib/domains.ts', 'messages/en', 'prisma/schema', 'tests/e2e/support/page-tables.ts'])
    cpSync(part, path.join(root, part), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe.each(['loans', 'spare-parts'])('a new domain %s', (name) => {
  it('changes three files of others and is gathered from its own', () => {
    const { made, changed } = writeDomain(namesOf(name), root);
    expect(changed).toEqual(['lib/domains.ts', 'tests/e2e/support/page-tables.ts', 'prisma/schema/members.prisma']);
    expect(made.every((file) => read(file).length > 0)).toBe(true);
    makeLists(root);
    for (const list of [
      'lib/domains-worker.ts',
      'lib/domains-notices.ts',
      'lib/domains-acts.ts',
      'messages/gathered.ts',
    ])
      expect(read(list)).toContain(`/${name}${list.startsWith('lib') ? '/' : '.'}`);
  });

  it('is TypeScript and JSON without a fault, with every name filled in', () => {
    const { made } = writeDomain(namesOf(name), root);
    for (const file of made) {
      const text = read(file);
      expect(text, file).not.toMatch(/undefined\w|\wundefined|\[object|\$\{(domain|file|one|many|table|plural|title)/);
      if (file.endsWith('.json')) JSON.parse(text);
      if (/\.tsx?$/.test(file)) expect(faultsOf(file, text), file).toEqual([]);
    }
  });

  it('is found taken the second time, before anything is written', () => {
    writeDomain(namesOf(name), root);
    const before = read('lib/domains.ts');
    expect(() => writeDomain(namesOf(name), root)).toThrow('is there already');
    expect(read('lib/domains.ts')).toBe(before);
  });
});

it('of a name that others use is refused', () => {
  expect(() => writeDomain(namesOf('files'), root)).toThrow('has a File');
  expect(() => writeDomain(namesOf('viewer'), root)).toThrow('has sentences under "viewer"');
  expect(existsSync(path.join(root, 'components'))).toBe(false);
});

it.each([
  ['loans', 'loan', 'Loans'],
  ['companies', 'company', 'Companies'],
  ['addresses', 'address', 'Addresses'],
  ['spare-parts', 'sparePart', 'Spare parts'],
  ['stock', 'stock', 'Stock'],
])('%s are made of one %s', (domain, one, title) => {
  expect(namesOf(domain)).toMatchObject({ one, title });
});

function faultsOf(fileName: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
