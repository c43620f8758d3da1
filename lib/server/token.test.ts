import { expect, it } from 'vitest';

import { sessionCookie } from './cookies';
import { openSession, sessionTokenIn } from './token';

it.each([
  ['a=b; NAME=token', 'token'],
  ['NAME=%', '%'],
  ['XNAME=token', undefined],
  ['NAME=', ''],
  [undefined, undefined],
])('of the cookies %j the session’s token is %j', (cookies, token) => {
  expect(sessionTokenIn(cookies?.replace('NAME', sessionCookie))).toBe(token);
});

it('opens nothing that was not sealed', async () => {
  for (const token of [undefined, '', '%', 'a.b.c', 'x'.repeat(5_000)]) expect(await openSession(token)).toBeNull();
});
