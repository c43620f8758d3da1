import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { running } from './version';

it('is that of package.json', () => {
  expect(readFileSync('package.json', 'utf8')).toContain(`"version": "${running.version}"`);
  expect(running.version).toMatch(/^\d+\.\d+\.\d+/);
});
