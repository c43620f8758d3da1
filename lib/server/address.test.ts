import { afterEach, expect, it, vi } from 'vitest';

import { env } from '@/lib/core/env';

import { clientAddress, clientNetwork } from './address';

afterEach(() => vi.restoreAllMocks());

it.each([
  [0, '1.2.3.4', '10.0.0.9'],
  [1, '1.2.3.4', '1.2.3.4'],
  [1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
  [2, '6.6.6.6, 1.2.3.4, 10.0.0.1', '1.2.3.4'],
  [1, '1.2.3.4:5678', '1.2.3.4'],
  [1, '[2001:db8::1]:443', '2001:db8::1'],
  [1, 'x'.repeat(5_000), '10.0.0.9'],
  [2, '1.2.3.4', '10.0.0.9'],
])('behind %d proxies, X-Forwarded-For %s is %s', (proxies, header, address) => {
  vi.spyOn(env, 'TRUSTED_PROXIES', 'get').mockReturnValue(proxies);
  expect(clientAddress(header, '10.0.0.9')).toBe(address);
});

it.each([
  ['1.2.3.4', '1.2.3.4'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (address, network) => expect(clientNetwork(address)).toBe(network));
