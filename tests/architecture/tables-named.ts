/** Which tables a file names: in SQL, by Prisma's client, and by the relations that a query's fields and conditions go along. */
import { readFileSync } from 'node:fs';

import ts from 'typescript-5';

import { byDelegate, models, type Model } from './models';

/** The models a file's own text names. What it takes from a published set is named by the set's file. */
export function tablesNamed(file: string, text = readFileSync(file, 'utf8')): Set<string> {
  const named = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const name of inSql(node)) named.add(name);
    const query = queried(node);
    if (query) {
      named.add(query.model.name);
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

type Query = { model: Model; parts: readonly ts.Node[] };

// `db.member.findMany({…})`, and a value that is said to be a `Prisma.MemberSelect`.
function queried(node: ts.Node): Query | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const model = ts.isPropertyAccessExpression(expression) && byDelegate.get(expression.name.text);
    return model && methods.test(name.text) ? { model, parts: node.arguments } : undefined;
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
  // A plain field of a model is a table named, also by way of a relation; an operator such as `some` names none.
  if (type !== undefined) named.add(target?.name ?? model.name);
  if (!target) return;
  if (ts.isPropertyAssignment(each)) into(each.initializer, target);
  else if (ts.isShorthandPropertyAssignment(each)) declared(each.name).forEach((value) => into(value, target));
}

/** What a name of the same file stands for; what other files hold is named there. */
function declared(name: ts.Identifier): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && node.name.getText() === name.text)
      found.push(node.initializer);
    if (ts.isFunctionDeclaration(node) && node.body && node.name?.text === name.text)
      found.push(...returned(node.body));
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
}
