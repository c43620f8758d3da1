import { expect, it, vi } from 'vitest';

import { guest } from '@/lib/core/actor';
import { answer, type Door, type Knock } from '@/lib/core/door';
import { Refused } from '@/lib/core/errors';
import { LineTooLong } from '@/lib/core/gather';
import { log } from '@/lib/core/log';

import { openDoor } from './open-door';

const knock: Knock = {
  params: {},
  query: new URLSearchParams(),
  ip: '127.0.0.1',
  actor: async () => guest,
  body: async () => ({}),
};
const failing = (error: unknown): Door => ({
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
  [new LineTooLong(), 503, 'busy'],
  [Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }), 503, 'busy'],
  [new TypeError('a bug'), 500, 'failed'],
])('%s is answered with %i', async (error, status, code) => {
  expect(await openDoor(failing(error), knock)).toMatchObject({ status, body: { error: code } });
});

it('asks for the id of a request only to log it', async () => {
  const requestId = vi.fn(() => 'an-id-of-a-request');
  await openDoor({ ...failing(null), answer: async () => answer(200, {}) }, { ...knock, requestId });
  await openDoor(failing(new Refused('invalid')), { ...knock, requestId });
  expect(requestId).not.toHaveBeenCalled();
  const logged = vi.spyOn(log, 'error').mockReturnValue(undefined);
  await openDoor(failing(new TypeError('a bug')), { ...knock, requestId });
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ requestId: 'an-id-of-a-request' });
  logged.mockRestore();
});
