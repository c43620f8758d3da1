import { expect, it } from 'vitest';

import { knownDevice, makeDevice } from './device';

it('a browser is known to the account that signed in with it, and to no other', () => {
  const device = makeDevice('ines@example.org', 2);
  expect(knownDevice(device, 'Ines@example.org', 2)).toBe(device.split('.')[0]);
  for (const bad of [undefined, '', '.', 'x.y', `${device}x`, `x${device}`, `${device}.${device}`])
    expect(knownDevice(bad, 'ines@example.org', 2)).toBeNull();
  expect(knownDevice(device, 'other@example.org', 2)).toBeNull();
  for (const version of [undefined, 1, 3, 22]) expect(knownDevice(device, 'ines@example.org', version)).toBeNull();
});
