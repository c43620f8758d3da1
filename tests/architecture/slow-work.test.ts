import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript-5';
import { expect, it } from 'vitest';

/** Packages that take long: they hold up every claim of a drop when they run where claims are answered. */
const slow =
  /^(markdown-it|linkify-it|sanitize-html|parse5|sharp|@node-rs\/argon2|nodemailer|use-intl|react|react-dom|next|csv-parse|prisma)(\/|$)/;

it('nothing slow is loaded on the thread that answers claims, by however many detours', () => {
  const { modules, packages } = loadedBy('server.ts');
  expect(modules.size).toBeGreaterThan(100);
  expect(modules.has('lib/drops/gate/line-up.ts')).toBe(true);
  expect([...packages].filter(([name]) => slow.test(name)).map(([name, by]) => `${name} by ${by}`)).toEqual([]);
});

it('finds what other threads and processes load', () => {
  expect([...loadedBy('lib/server/worker-thread.ts').packages.keys()]).toContain('use-intl/core');
  expect([...loadedBy('lib/core/markdown/render-markdown.ts').packages.keys()]).toEqual(
    expect.arrayContaining(['markdown-it', 'sanitize-html']),
  );
});

// Only what runs when the program starts: types are gone by then, and import() waits until it is called.
function loadedBy(start: string): { modules: Set<string>; packages: Map<string, string> } {
  const [modules, packages, open] = [new Set<string>(), new Map<string, string>(), [[start, '']]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [file = '', way = ''] = next;
    if (modules.has(file)) continue;
    modules.add(file);
    for (const name of importsOf(file)) {
      const found = ours(file, name);
      if (found) open.push([found, `${way} > ${file}`]);
      else packages.set(name, `${way} > ${file}`);
    }
  }
  return { modules, packages };
}

function importsOf(file: string): string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    return statement.moduleSpecifier && !isOfTypes(statement)
      ? [(statement.moduleSpecifier as ts.StringLiteral).text]
      : [];
  });
}

function isOfTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const named =
      statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements : [];
    return statement.isTypeOnly || (named.length > 0 && named.every((each) => each.isTypeOnly));
  }
  const clause = statement.importClause;
  const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return Boolean(
    clause && (clause.isTypeOnly || (!clause.name && named.length > 0 && named.every((each) => each.isTypeOnly))),
  );
}

function ours(from: string, name: string): string | undefined {
  const base = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), name)
      : undefined;
  if (base === undefined) return undefined;
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => base + end)
    .find((file) => existsSync(file) && statSync(file).isFile());
}
