import { expect, it } from 'vitest';

import { knownDevice, makeDevice } from './device';

it('a browser is known to the account that signed in with it, and to no other', () => {
  const device = makeDevice('ines@example.org');
  expect(knownDevice(device, 'Ines@example.org')).toBe(device.split('.')[0]);
  for (const bad of [undefined, '', '.', 'x.y', `${device}x`, `x${device}`, `${device}.${device}`])
    expect(knownDevice(bad, 'ines@example.org')).toBeNull();
  expect(knownDevice(device, 'other@example.org')).toBeNull();
});
