import { expect, it } from 'vitest';

import { answer, findEndpoint, type Endpoint } from './endpoint';

const endpoint = (method: 'GET' | 'POST', path: string): Endpoint => ({
  method,
  path,
  admits: 'anyone',
  answer: async () => answer(200, {}),
});
const endpoints = [endpoint('GET', '/api/drops/:slug/state'), endpoint('POST', '/api/drops/:slug/claim')];

it('finds an endpoint by method and path and reads its parameters', () => {
  expect(findEndpoint(endpoints, 'GET', '/api/drops/first/state')).toEqual({
    endpoint: endpoints[0],
    params: { slug: 'first' },
  });
  expect(findEndpoint(endpoints, 'POST', '/api/drops/first/state')).toBeNull();
  expect(findEndpoint(endpoints, 'GET', '/api/drops/first/state/more')).toBeNull();
  expect(findEndpoint(endpoints, 'GET', '/api/drops/state')).toBeNull();
});
