import { expect, it } from 'vitest';

import { isNoBuildFile, nameBuildFiles } from './build-files';

it('knows a file of the build by its exact name alone', () => {
  nameBuildFiles(['/_next/static/a.js']);
  const spellings = ['a.js', 'a.js?v=1', '%61.js', 'x/../a.js', 'b.js'].map((name) => `/_next/static/${name}`);
  expect(spellings.map(isNoBuildFile)).toEqual([false, false, true, true, true]);
  expect(isNoBuildFile('/en')).toBe(false);
});
