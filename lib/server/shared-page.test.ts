import { expect, it } from 'vitest';

import { isSharedPage, namePublicFiles } from './missing-limit';

it.each([
  ['GET', '/en/boards/lounge?new', true],
  ['HEAD', '/zh', true],
  ['GET', '/sitemap.xml', true],
  ['POST', '/en/boards/lounge', false],
  ['GET', '/en/account', false],
  ['GET', '/files/0123.webp', false],
  ['GET', '/brand-icons/a-1-0.png', false],
  ['GET', '/products/air.webp?v=2', false],
  ['GET', '/_next/static/a.js', false],
  ['GET', '/api/health', false],
])('%s %s asks for a page that all share: %s', (method, url, shared) => {
  namePublicFiles(['/products/air.webp']);
  expect(isSharedPage({ method, url })).toBe(shared);
});
