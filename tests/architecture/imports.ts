/** What a file imports when it runs: types are gone by then, and import() waits until it is called. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript-5';

/** The names that a file's import and export statements give. */
export function importsOf(file: string): string[] {
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

/** The file of ours that a name leads to; undefined for a package. */
export function ours(from: string, name: string): string | undefined {
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
