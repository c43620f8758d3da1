import { expect, it } from 'vitest';

import { importsOf, ours } from './imports';

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
