import { afterEach, expect, it } from 'vitest';

import { askInReadersLanguage, nameRoots } from './unknown-language';

afterEach(() => nameRoots([]));

const asked = (url: string, headers: Record<string, string> = {}) => {
  const request = { url, headers };
  return askInReadersLanguage(request) ? request.url : null;
};

it('leads an address in an unknown language to a missing page in the reader’s', () => {
  nameRoots(['api', '_next', 'robots.txt']);
  expect(asked('/fr/boards')).toBe('/en/-');
  expect(asked('/fr/boards?a=/zh', { 'accept-language': 'fr, zh-CN;q=0.8' })).toBe('/zh/-');
  expect(asked('/wp-login.php', { cookie: 'millet-locale=zh' })).toBe('/zh/-');
  expect(asked('/EN/boards')).toBe('/en/-');
});

it('leaves alone whatever is a language, a handler or a file', () => {
  nameRoots(['api', '_next', 'robots.txt']);
  for (const url of [
    '/',
    '/?x',
    '/en',
    '/zh/t/1',
    '/en?x',
    '/api/health',
    '/_next/static/a.js',
    '/robots.txt',
    '/robots.txt?x',
  ])
    expect(asked(url)).toBeNull();
});
