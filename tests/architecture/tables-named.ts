/** Which tables a file names: in SQL, by Prisma's client, and by the relations that a query's fields and conditions go along. */
import { readFileSync } from 'node:fs';

import ts from 'typescript-5';

import { ours } from './imports';
import { byDelegate, models, type Model } from './models';

/** The models a file's own text names. What it takes from a published set is named by the set's file. */
export function tablesNamed(file: string, text = readFileSync(file, 'utf8')): Set<string> {
  const named = new Set<string>();
  if (!/Raw\b|\bPrisma\b|\bdb\b|\btx\b|\bpool\b/.test(text)) return named;
  const visit = (node: ts.Node): void => {
    for (const name of inSql(node)) named.add(name);
    const query = queried(node);
    if (query) {
      if (query.read) named.add(query.model.name);
      for (const each of query.parts) follow(each, query.model, named);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return named;
}

const parsed = new Map<string, ts.SourceFile>();

function parse(file: string, text: string): ts.SourceFile {
  const before = parsed.get(file);
  if (before?.text === text) return before;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, tree);
  return tree;
}

function inSql(node: ts.Node): string[] {
  const literal =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  if (!literal) return [];
  return [...node.text.matchAll(/"([A-Z]\w+)"/g)].flatMap(([, name]) => (models.has(name!) ? [name!] : []));
}

const methods =
  /^(find(Many|First|Unique)(OrThrow)?|(create|update)(Many|ManyAndReturn)?|upsert|delete(Many)?|count|aggregate|groupBy)$/;

/** `read` where the statement itself stands here, and not only a part for one. */
type Query = { model: Model; parts: readonly ts.Node[]; read?: true };

// `db.member.findMany({…})`, and a value that is said to be a `Prisma.MemberSelect`.
function queried(node: ts.Node): Query | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const model = ts.isPropertyAccessExpression(expression) && byDelegate.get(expression.name.text);
    return model && methods.test(name.text) ? { model, parts: node.arguments, read: true } : undefined;
  }
  if (ts.isSatisfiesExpression(node)) return typed(node.type, [node.expression]);
  if (ts.isVariableDeclaration(node) && node.type && node.initializer) return typed(node.type, [node.initializer]);
  if ((ts.isFunctionDeclaration(node) || ts.isArrowFunction(node)) && node.type && node.body)
    return typed(node.type, returned(node.body));
  return undefined;
}

function typed(type: ts.TypeNode, parts: readonly ts.Node[]): Query | undefined {
  const [, name] = /\bPrisma\.(\w+?)(Select|Include|Where(Unique)?Input|OrderBy\w+)\b/.exec(type.getText()) ?? [];
  const model = models.get(name ?? '');
  return model && { model, parts };
}

function returned(body: ts.Node): ts.Node[] {
  if (!ts.isBlock(body)) return [body];
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function follow(node: ts.Node, model: Model, named: Set<string>, seen = new Set<ts.Node>()): void {
  if (seen.has(node)) return;
  seen.add(node);
  const into = (each: ts.Node, at = model) => follow(each, at, named, seen);
  if (ts.isObjectLiteralExpression(node)) for (const each of node.properties) property(each, model, named, into);
  else if (ts.isArrayLiteralExpression(node)) node.elements.forEach((each) => into(each));
  else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach((each) => into(each));
  else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach((each) => into(each));
  else if (ts.isCallExpression(node)) {
    for (const each of [...node.arguments, node.expression]) into(each);
  } else if (ts.isArrowFunction(node)) returned(node.body).forEach((each) => into(each));
  else if (ts.isIdentifier(node)) declared(node).forEach((each) => into(each));
  else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    into(node.expression);
  else if (ts.isAwaitExpression(node) || ts.isSpreadElement(node)) into(node.expression);
}

function property(
  each: ts.ObjectLiteralElementLike,
  model: Model,
  named: Set<string>,
  into: (node: ts.Node, at?: Model) => void,
): void {
  if (ts.isSpreadAssignment(each)) return into(each.expression);
  if (!each.name || ts.isComputedPropertyName(each.name)) return;
  const key = each.name.getText().replaceAll(/['"]/g, '');
  const type = model.fields.get(key);
  const target = type === undefined ? model : models.get(type);
  const value = ts.isShorthandPropertyAssignment(each)
    ? each.name
    : ts.isPropertyAssignment(each)
      ? each.initializer
      : undefined;
  // A plain field of a model is a table named. So is a relation, unless the row's owner published what is said of it; an
  // operator such as `some` names none.
  if (type !== undefined && !(target && value && takesPublished(value))) named.add(target?.name ?? model.name);
  if (target && value) into(value, target);
}

/** Whether a part of a query holds a set of fields, or a condition, that its table's owner published. */
function takesPublished(node: ts.Node, seen = new Set<ts.Node>()): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  const takes = (each: ts.Node) => takesPublished(each, seen);
  if (ts.isIdentifier(node)) return isPublished(importedFrom(node)) || declared(node).some(takes);
  return ts.forEachChild(node, (child) => takes(child) || undefined) ?? false;
}

const isPublished = (file: string | undefined) => file !== undefined && /^lib\/[a-z-]+\/published\.ts$/.test(file);

/** What a name stands for, in this file or in the one that it comes from; what is published is named by its own file only. */
function declared(name: ts.Identifier): ts.Node[] {
  const from = importedFrom(name);
  if (from) return isPublished(from) ? [] : valuesOf(parse(from, readFileSync(from, 'utf8')), name.text);
  return valuesOf(name.getSourceFile(), name.text);
}

const values = new WeakMap<ts.SourceFile, Map<string, ts.Node[]>>();

function valuesOf(tree: ts.SourceFile, name: string): ts.Node[] {
  const known = values.get(tree) ?? allValues(tree);
  values.set(tree, known);
  return known.get(name) ?? [];
}

function allValues(tree: ts.SourceFile): Map<string, ts.Node[]> {
  const found = new Map<string, ts.Node[]>();
  const add = (name: string, ...nodes: ts.Node[]) => void found.set(name, [...(found.get(name) ?? []), ...nodes]);
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) add(node.name.getText(), node.initializer);
    if (ts.isFunctionDeclaration(node) && node.body && node.name) add(node.name.text, ...returned(node.body));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function importedFrom(name: ts.Identifier): string | undefined {
  const tree = name.getSourceFile();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    if (names.some((each) => each.name.text === name.text))
      return ours(tree.fileName, (statement.moduleSpecifier as ts.StringLiteral).text);
  }
  return undefined;
}
