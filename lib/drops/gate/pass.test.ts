import { createHmac, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';

import { signingKey } from '@/lib/core/keys';

import { openPass, sealPass, type Pass } from './pass';

const pass: Pass = {
  memberId: randomUUID(),
  dropId: randomUUID(),
  channels: ['RESERVED', 'PUBLIC'],
  emailKey: 'abcdefghijklmnopqrstuv',
  until: 1_800_000_000_000,
};

it('opens to what was sealed', () => {
  expect(openPass(sealPass(pass), pass.dropId)).toEqual(pass);
  expect(openPass(sealPass({ ...pass, emailKey: null, channels: ['PUBLIC'] }), pass.dropId)).toEqual({
    ...pass,
    emailKey: null,
    channels: ['PUBLIC'],
  });
});

it('is sealed by HMAC-SHA256', () => {
  const bytes = Buffer.from(sealPass(pass), 'base64url');
  const key = signingKey('drops.pass').bytes();
  expect(bytes.subarray(-16).toString('hex')).toBe(
    createHmac('sha256', key).update(bytes.subarray(0, -16)).digest('hex').slice(0, 32),
  );
});

it('does not open when any of its bytes is another', () => {
  const bytes = Buffer.from(sealPass(pass), 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const spoilt = Buffer.from(bytes);
    spoilt[at]! ^= 1;
    expect(openPass(spoilt.toString('base64url'), pass.dropId)).toBeNull();
  }
  for (const broken of ['', 'x', 'A'.repeat(400), bytes.subarray(0, 40).toString('base64url')])
    expect(openPass(broken, pass.dropId)).toBeNull();
});
