import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { memberSegments } from '@/lib/domains';

import { renderBeforeResponding, wholePageAgents } from './whole-pages';

const marked = (url: string, headers: Record<string, string> = {}) => {
  const request = { url, headers: { 'user-agent': 'Browser/1', ...headers } as Record<string, string> };
  const whole = renderBeforeResponding(request);
  expect(wholePageAgents.test(request.headers['user-agent'] ?? '')).toBe(whole);
  return whole;
};

describe('renderBeforeResponding', () => {
  it('knows every segment of (account) and staff', () => {
    const segments = readdirSync('app/[locale]/(site)/(account)', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...memberSegments].toSorted()).toEqual([...segments, 'staff'].toSorted());
  });

  it.each([
    '/en/account',
    '/zh/staff/members/dex',
    '/en/sign-in?next=/en',
    '/en/orders/A5E7GN6XN5',
    '/demo-pay/some-session',
  ])('marks %s', (url) => expect(marked(url)).toBe(true));

  it.each(['/en', '/en/boards/talk', '/zh/u/account', '/en/accounts', '/api/viewer'])(
    'leaves %s to the caches',
    (url) => expect(marked(url)).toBe(false),
  );

  it('leaves what Next’s router asks for alone, and lets no visitor mark a public page', () => {
    expect(marked('/en/account', { rsc: '1' })).toBe(false);
    expect(marked('/en/boards', { 'user-agent': 'x millet-whole millet-whole' })).toBe(false);
  });
});
