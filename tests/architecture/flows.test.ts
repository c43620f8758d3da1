/** lib/flows holds steps of two domains, or of one and `outside`: what one domain does alone stands in that domain, and so does every table. */
import { existsSync, readdirSync } from 'node:fs';

import ts from 'typescript-5';
import { describe, expect, it } from 'vitest';

import { importsOf, ours } from './imports';
import { isTest, sources } from './sources';
import { tablesNamed } from './tables-named';

const shared = ['core', 'web', 'server', 'outside', 'flows', 'import'];
const domains = readdirSync('lib', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && !shared.includes(entry.name) ? [entry.name] : [],
);

const files = sources('lib/flows').filter((source) => !isTest(source));
const flows = files.filter(({ file }) => !file.endsWith('-part.ts'));

/** The domains, `outside` and the readers of files, that a flow reaches when it runs: by itself or by other flows. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const name of importsOf(file)) {
    // What is gathered of the domains stands for them.
    if (ours(file, name)?.startsWith('lib/domains')) found.add('all that declare it');
    const [, folder = ''] = /^lib\/([a-z-]+)\/(?!published\.ts$)/.exec(ours(file, name) ?? '') ?? [];
    if (folder === 'flows') for (const each of reached(ours(file, name)!, seen)) found.add(each);
    else if (folder === 'outside' || folder === 'import' || domains.includes(folder)) found.add(folder);
  }
  return found;
}

describe('flows', () => {
  it('join two domains, or one and what is outside', () => {
    expect(flows.length).toBeGreaterThan(40);
    const alone = flows
      .map(({ file }) => ({ file, reaches: [...reached(file)] }))
      .filter(({ reaches }) => reaches.length < 2);
    expect(alone).toEqual([]);
  });

  it('stand in the folder of a domain', () => {
    expect(readdirSync('lib/flows').filter((name) => !domains.includes(name))).toEqual([]);
  });

  it('touch no table and send no statement', () => {
    const strays = files.filter(({ file, text }) => tablesNamed(file, text).size > 0 || sendsStatements(file, text));
    expect(strays.map(({ file }) => file)).toEqual([]);
  });

  it('are read as they are: a planted flow of one domain, and one that counts rows, are found', () => {
    expect([...reached('lib/flows/orders/refund-order.ts')]).toEqual(
      expect.arrayContaining(['orders', 'outside', 'drops']),
    );
    expect(existsSync('lib/orders/sql.ts')).toBe(true);
    expect([...reached('lib/orders/commands/open-order.ts')]).toEqual(['orders']);
    const planted = 'export const count = (ctx: Ctx) => ctx.db.order.count({ where: { drop: { slug: "a" } } });';
    expect([...tablesNamed('planted.ts', planted)].toSorted()).toEqual(['Drop', 'Order']);
    expect(sendsStatements('planted.ts', 'await pool.query(text);')).toBe(true);
    expect(sendsStatements('planted.ts', 'await db.$executeRaw`DELETE FROM x`;')).toBe(true);
  });
});

function sendsStatements(file: string, text: string): boolean {
  let sends = false;
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const { name, expression } = node;
      sends ||= /^\$(query|execute)Raw(Unsafe)?$/.test(name.text);
      sends ||= name.text === 'query' && /\bpool$/.test(expression.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return sends;
}
