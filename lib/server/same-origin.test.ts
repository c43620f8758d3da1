import { describe, expect, it } from 'vitest';

import { sameOrigin } from './same-origin';

const asked = (method: string, headers: Record<string, string>) => sameOrigin(method, (name) => headers[name]);

describe('requests that change something', () => {
  it.each([
    ['our own page', { host: 'shop.example', origin: 'https://shop.example', 'sec-fetch-site': 'same-origin' }, true],
    ['a client that is no browser', { host: 'shop.example' }, true],
    ['another site', { host: 'shop.example', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    [
      'a sibling domain',
      { host: 'shop.example', origin: 'https://blog.shop.example', 'sec-fetch-site': 'same-site' },
      false,
    ],
    ['an old browser on another site', { host: 'shop.example', origin: 'https://evil.example' }, false],
    ['an opaque origin', { host: 'shop.example', origin: 'null' }, false],
  ])('from %s', (_who, headers, allowed) => {
    expect(asked('POST', headers)).toBe(allowed);
  });

  it('lets anyone read', () => {
    expect(asked('GET', { host: 'shop.example', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(
      true,
    );
  });
});
