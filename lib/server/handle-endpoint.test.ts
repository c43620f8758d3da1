import { expect, it, vi } from 'vitest';

import { guest } from '@/lib/core/actor';
import { answer, type Endpoint, type EndpointRequest } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { QueueFull } from '@/lib/core/batching';
import { log } from '@/lib/core/log';

import { handleEndpoint } from './handle-endpoint';

const request: EndpointRequest = {
  params: {},
  query: new URLSearchParams(),
  ip: '127.0.0.1',
  actor: async () => guest,
  body: async () => ({}),
};
const failing = (error: unknown): Endpoint => ({
  method: 'GET',
  path: '/api/test',
  admits: 'anyone',
  answer: async () => {
    throw error;
  },
});

it.each([
  [new Refused('not-found'), 404, 'not-found'],
  [new Refused('something-of-ours'), 409, 'something-of-ours'],
  [new QueueFull(), 503, 'busy'],
  [Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }), 503, 'busy'],
  [new TypeError('a bug'), 500, 'failed'],
])('%s is answered with %i', async (error, status, code) => {
  expect(await handleEndpoint(failing(error), request)).toMatchObject({ status, body: { error: code } });
});

it('asks for the id of a request only to log it', async () => {
  const requestId = vi.fn(() => 'an-id-of-a-request');
  await handleEndpoint({ ...failing(null), answer: async () => answer(200, {}) }, { ...request, requestId });
  await handleEndpoint(failing(new Refused('invalid')), { ...request, requestId });
  expect(requestId).not.toHaveBeenCalled();
  const logged = vi.spyOn(log, 'error').mockReturnValue(undefined);
  await handleEndpoint(failing(new TypeError('a bug')), { ...request, requestId });
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ requestId: 'an-id-of-a-request' });
  logged.mockRestore();
});
