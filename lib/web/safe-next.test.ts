import { describe, expect, it } from 'vitest';

import { safeNext } from './safe-next';

describe('safeNext', () => {
  it.each(['/en', '/zh/account', '/en/t/12/a%20title?x=1#post-3'])('keeps %s', (path) =>
    expect(safeNext(path, 'en')).toBe(path),
  );

  it.each([
    null,
    '',
    'https://evil.example/en',
    '//evil.example/en',
    '/\\evil.example',
    '/en\\..\\x',
    '/en//evil\n',
    '/english',
    '/api/auth/signout',
    'javascript:alert(1)',
    '/en/../../api/x',
    '/ en',
  ])('sends %j to the start page', (path) => expect(safeNext(path, 'zh')).toBe('/zh'));
});
