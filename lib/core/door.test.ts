import { expect, it } from 'vitest';

import { answer, findDoor, type Door } from './door';

const door = (method: 'GET' | 'POST', path: string): Door => ({
  method,
  path,
  admits: 'anyone',
  answer: async () => answer(200, {}),
});
const doors = [door('GET', '/api/drops/:slug/state'), door('POST', '/api/drops/:slug/claim')];

it('finds a door by method and path and reads its parameters', () => {
  expect(findDoor(doors, 'GET', '/api/drops/first/state')).toEqual({ door: doors[0], params: { slug: 'first' } });
  expect(findDoor(doors, 'POST', '/api/drops/first/state')).toBeNull();
  expect(findDoor(doors, 'GET', '/api/drops/first/state/more')).toBeNull();
  expect(findDoor(doors, 'GET', '/api/drops/state')).toBeNull();
});
