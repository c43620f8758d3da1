import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { keysFrom } from './keys';

const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];
const before = keysFrom({ AUTH_SECRET: first, DIGEST_SECRET: undefined });
const text = 'Ines, 米粒';

describe('keys', () => {
  it('are HKDF-SHA256 of the secret and their purpose, and sign by HMAC-SHA256', () => {
    const key = Buffer.from(hkdfSync('sha256', first, '', 'millet drops.pass', 32));
    expect(before.signingKey('drops.pass').bytes()).toEqual(key);
    const signature = createHmac('sha256', key).update(text).digest('base64url');
    expect(before.signingKey('drops.pass').sign(text)).toBe(signature);
    expect(before.digestKey('drops.pass').digest(text)).toBe(signature.slice(0, 22));
  });

  it('verify their own signatures and no others', () => {
    const key = before.signingKey('members.device');
    const signature = key.sign(text);
    expect(key.verify(text, signature)).toBe(true);
    const others = ['', null, undefined, `${signature}A`, signature.slice(1), 'é'.repeat(43), signature.toLowerCase()];
    for (const other of others) expect(key.verify(text, other)).toBe(false);
    expect(key.verify(`${text} `, signature)).toBe(false);
    expect(before.signingKey('members.emailCode').verify(text, signature)).toBe(false);
  });

  it('are derived once', () => {
    const key = before.signingKey('drops.pass');
    expect(key.bytes()).toBe(key.bytes());
  });
});

describe('when the secret is changed', () => {
  const kept = keysFrom({ AUTH_SECRET: second, DIGEST_SECRET: first });

  it('what was signed is worth nothing', () => {
    expect(kept.signingKey('x.y').verify(text, before.signingKey('x.y').sign(text))).toBe(false);
    expect(kept.sessionTokenKey()).not.toEqual(before.sessionTokenKey());
  });

  it('the digests of the database stay while DIGEST_SECRET is the old one, and only then', () => {
    expect(kept.digestKey('x.y').digest(text)).toBe(before.digestKey('x.y').digest(text));
    const lost = keysFrom({ AUTH_SECRET: second, DIGEST_SECRET: undefined });
    expect(lost.digestKey('x.y').digest(text)).not.toBe(before.digestKey('x.y').digest(text));
  });
});
