import { readFileSync } from 'node:fs';

import ts from 'typescript-5';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { listBounded, type Bounded } from '@/lib/core/bounded';
import { memoryTable } from '@/scripts/lib/memory-table';

import { program, type Source } from './sources';

const modules = import.meta.glob('/lib/**/*.ts');
const table = await memoryTable((file) => modules[`/${file}`]!());

/** Each of these is bounded by what it is: say how. */
const boundedOtherwise: Record<string, string> = {
  'lib/core/bounded.ts register': 'one entry for each memory that the program declares',
  'components/i18n/format-message.ts seen': 'the sentences of the catalogues',
  'components/ui/time-words.ts made': 'the ways in which the program writes a moment, in two languages',
  'components/ui/use-now.ts listeners': 'the components of one page, in the browser',
  'lib/server/serve-claim.ts arrived': 'what arrives in one turn of the event loop',
  'lib/server/draining.ts waiting': 'the open streams, whose number is bounded by serve-live.ts',
  'lib/server/opening.ts whenClosed': 'the open streams too',
  'lib/server/areas.ts whenOff': 'the open streams too',
  'lib/server/areas.ts off': 'the areas of the site',
  'lib/outside/pdf/faces.ts read': 'the two weights of a font, each with the parts that were needed of it',
  'lib/drops/endpoints/answers.ts plain': 'one answer for each code that the program refuses a claim with',
};

describe('memory that lives as long as a module', () => {
  it('is made by bounded(), unless it is filled where it is written', () => {
    const strays = program()
      .flatMap(growing)
      .filter((name) => !boundedOtherwise[name]);
    expect(strays).toEqual([]);
  });

  it.each([
    'const seen = new Map<string, number>();',
    'const seen: Set<string> = new Set([]);',
    'let line: string[] = [];',
    'const known: Record<string, number> = {};',
    'const known = Object.create(null) as Record<string, number>;',
    'const kept = (shared.kept ??= { pages: new Map(), bytes: 0 });',
    'const cache = new LRUCache<string, string>({ max: 10 });',
    'class Kept { static readonly all = new Map(); }',
  ])('is seen in: %s', (text) => expect(growing({ file: 'lib/x.ts', text })).toHaveLength(1));

  it.each([
    "const words = new Set(['a', 'b']);",
    "const words = new Map([['a', 1]]);",
    'const make = () => new Map();',
    'function make() { const all = new Map(); return all; }',
    'const notes = new WeakMap<object, string>();',
    "const rooms = ['a'];",
    'class Reader { readonly #rows = new Map(); }',
  ])('is not seen in: %s', (text) => expect(growing({ file: 'lib/x.ts', text })).toEqual([]));
});

describe('the table of memories', () => {
  it('stands in docs/operations.md (npm run docs:memory)', () => {
    expect(readFileSync('docs/operations.md', 'utf8')).toContain(table);
  });
});

describe('every bounded memory', () => {
  const page = (at: number) => ({ headers: ['etag', `${at}`], unchanged: [], body: { length: 10_000 + at } });
  const samples: Record<string, (at: number) => unknown> = {
    drops: (at) => ({ terms: null, holders: { size: 20_000 + at }, ledger: new Map() }),
    ...Object.fromEntries(
      ['texts', 'passwords', 'pictures', 'drawings', 'papers'].map((each) => [
        `queue of ${each}`,
        (at: number) => ({ bytes: 10_000 + at }),
      ]),
    ),
    'shop settings': (at) => ({ version: at, words: 'a'.repeat(200) }),
    'mail texts': (at) => new Map([['order.paid en', { subject: 'a'.repeat(100 + at), heading: '', body: '' }]]),
    'drop listeners': () => new Set([() => undefined]),
    'public documents': page,
    'files of the build': page,
    'compressed documents': (at) => Buffer.alloc(8_000 + (at % 100)),
    'missing pages by network': (at) => ({ left: at, at }),
  };
  const memories = listBounded().filter(({ bound }) => !bound.name.startsWith('test'));
  const sampleOf = ({ bound }: Bounded<unknown>) => samples[bound.name] ?? ((at: number) => at);
  // The largest are filled by the size of their values alone.
  const ofLongKeys = 32 * 1024 * 1024;
  afterEach(() => vi.restoreAllMocks());

  it('is found', () => expect(memories.length).toBeGreaterThan(8));

  it.each(memories.map((memory) => [memory.bound.name, memory] as const))(
    'holds no more than it says: %s',
    (_name, memory) => {
      const { count, bytes, ttl, whenFull } = memory.bound;
      const sample = sampleOf(memory);
      const now = performance.now();
      const time = vi.spyOn(performance, 'now').mockReturnValue(now);
      memory.clear();
      const taken = Array.from({ length: count + 100 }, (_, at) => memory.set(`${at}`.padStart(36, '0'), sample(at)));
      expect(memory.size).toBeLessThanOrEqual(count);
      expect(memory.size).toBeGreaterThan(0);
      expect(memory.bytes).toBeLessThanOrEqual(bytes);
      expect(taken.at(-1)).toBe(whenFull !== 'refuse');
      if (bytes <= ofLongKeys) {
        const long = 'k'.repeat(Math.ceil(bytes / 40));
        for (let at = 0; at < 30; at += 1) memory.set(long + at, sample(at));
        expect(memory.bytes).toBeLessThanOrEqual(bytes);
        expect(memory.set('k'.repeat(bytes), sample(0))).toBe(false);
      }
      time.mockReturnValue(now + ttl + 1);
      expect([...memory.entries()]).toEqual([]);
      memory.clear();
    },
  );
});

/** How the text of each of these begins. */
const anyStore = /\bnew (?:Map|Set|LRUCache)\b|\bObject\.create\b|=\s*(?:\[\s*\]|\{\s*\})/;

/** Names of what a module makes empty when it is loaded and can fill later. */
function growing({ file, text }: Source): string[] {
  if (!anyStore.test(text)) return [];
  const tree = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node, name: string): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node) || isOfInstance(node)) return;
    const named = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) ? node.name.getText(tree) : name;
    if (isEmptyStore(node)) found.push(`${file} ${named}`);
    else ts.forEachChild(node, (child) => visit(child, named));
  };
  visit(tree, '');
  return found;
}

// Lives no longer than the object it belongs to.
function isOfInstance(node: ts.Node): boolean {
  return ts.isPropertyDeclaration(node) && !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
}

function isEmptyStore(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    const made = node.expression.getText();
    const given = node.arguments?.[0];
    const filled = given && !(ts.isArrayLiteralExpression(given) && given.elements.length === 0);
    return made === 'LRUCache' || (['Map', 'Set'].includes(made) && !filled);
  }
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Object.create';
  const declared =
    node.parent &&
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyDeclaration(node.parent)) &&
    node.parent.initializer === node;
  if (!declared) return false;
  return (
    (ts.isArrayLiteralExpression(node) && node.elements.length === 0) ||
    (ts.isObjectLiteralExpression(node) && node.properties.length === 0)
  );
}
