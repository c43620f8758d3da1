import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { program, sources } from './sources';

const longest = 250;

// The security headers are made for next.config.ts too, which is read before any setting is complete.
const readsEnvironment = ['lib/core/env.ts', 'lib/server/headers.ts'];

describe('files', () => {
  it(`have at most ${longest} lines`, () => {
    const long = [...program(), ...sources('app', 'components', 'lib', 'messages', 'prisma/seed', 'scripts', 'tests')]
      // One line for each file of sentences, written by a program.
      .filter(({ file }) => file !== 'messages/gathered.ts')
      .filter(({ text }) => text.split('\n').length - 1 > longest)
      .map(({ file }) => file);
    expect([...new Set(long)]).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const names = sources('components', 'lib', 'scripts').map(({ file }) => file);
    expect(names.filter((file) => !/^[a-z0-9-]+(\.(test|spec|d))?\.tsx?$/.test(file.split('/').at(-1) ?? ''))).toEqual(
      [],
    );
  });

  it('read the environment in lib/core/env.ts only', () => {
    const readers = program()
      .filter(({ text }) => /process\.env\b|import\.meta\.env\b/.test(text))
      .map(({ file }) => file);
    expect(readers.filter((file) => !readsEnvironment.includes(file))).toEqual([]);
    expect(readers).toContain('lib/core/env.ts');
  });

  it('of public pages return what is missing, so that it can be read without scripts', () => {
    const pages = sources('app').filter(({ file }) => /\/\((community|shop)\)\//.test(file));
    expect(pages.filter(({ text }) => text.includes('<Missing />')).length).toBeGreaterThan(10);
    expect(pages.filter(({ text }) => /\bnotFound\(/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('make folders by lib/core/make-folder.ts, which ends where Node does not', () => {
    const makers = [...program(), ...sources('scripts/lib')].filter(({ text }) => /\bmkdir(Sync)?\(/.test(text));
    const fixed = ['scripts/lib/browser.ts', 'scripts/lib/build.ts', 'scripts/lib/empty-page.ts'];
    const others = makers.map(({ file }) => file).filter((file) => !fixed.includes(file) && !file.includes('.test.'));
    expect([...new Set(others)]).toEqual(['lib/core/make-folder.ts']);
  });

  it('hold no unfinished work', () => {
    const notes = program().filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text));
    expect(notes.map(({ file }) => file)).toEqual([]);
  });
});

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;

  it('are pinned to exact versions', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('have one version of Prisma, as declared and as installed', () => {
    const family = ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils'];
    const installed = family.map(
      (name) => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version,
    );
    expect(new Set([...family.map((name) => dependencies?.[name]), ...installed]).size).toBe(1);
    expect(dependencies?.['@prisma/schema-engine-wasm']).toMatch(new RegExp(`^${installed[0]}-`));
  });
});
