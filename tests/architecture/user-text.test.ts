/** What a person wrote is shown in the direction of its own letters: within `<bdi>` or an element that has `dir`. */
import ts from 'typescript-5';
import { expect, it } from 'vitest';

import { program, type Source } from './sources';

/** The fields of records that members and staff fill, and the names they have once taken out of their record. */
const WRITTEN = /^(?:title|name|bio|excerpt|reason|note|subject|body)$/;
const TAKEN_OUT = /^(?:name|bio|excerpt|reason|note)$/;

/** Words of ours under the same names. */
const OURS = new Set(['brand.name', 'item.title']);

const views = program().filter(({ file }) => file.endsWith('.tsx') && !file.startsWith('components/ui/'));

it('is held by every view', () => {
  expect(views.flatMap(undirected)).toEqual([]);
});

it('would be noticed', () => {
  const view = (inner: string) => ({ file: 'x.tsx', text: `const x = <p><Link>${inner}</Link></p>;` });
  expect(undirected(view('{thread.title}'))).toEqual(['x.tsx:1 thread.title']);
  expect(undirected(view('by {member!.name}'))).toEqual(['x.tsx:1 member!.name']);
  expect(undirected(view('<bdi>{thread.title}</bdi>'))).toEqual([]);
  expect(undirected(view('<span dir="auto"><b>{reason}</b></span>'))).toEqual([]);
});

function undirected({ file, text }: Source): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isShown(node) && isWritten(node.expression) && !isDirected(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.expression.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isShown(node: ts.Node): node is ts.JsxExpression & { expression: ts.Expression } {
  return (
    ts.isJsxExpression(node) &&
    node.expression !== undefined &&
    (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
  );
}

function isWritten(expression: ts.Expression): boolean {
  const bare = ts.isNonNullExpression(expression) ? expression.expression : expression;
  if (OURS.has(bare.getText())) return false;
  if (ts.isIdentifier(bare)) return TAKEN_OUT.test(bare.text);
  return ts.isPropertyAccessExpression(bare) && WRITTEN.test(bare.name.text);
}

function isDirected(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isJsxElement(at)) continue;
    const { tagName, attributes } = at.openingElement;
    if (tagName.getText() === 'bdi') return true;
    if (attributes.properties.some((each) => each.name?.getText() === 'dir')) return true;
  }
  return false;
}
