import { expect, it } from 'vitest';

import { isOpenToOthers } from './loopback';

it.each([
  [undefined, false],
  ['', false],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['::1', false],
  ['localhost', false],
  ['0.0.0.0', true],
  ['::', true],
  ['192.168.1.5', true],
  ['1270.0.0.1', true],
])('%s: %s', (host, open) => {
  expect(isOpenToOthers(host)).toBe(open);
});
