/** Keys come from lib/core/keys.ts alone, each purpose is named once, and the secret is read nowhere else. */
import { describe, expect, it } from 'vitest';

import { program } from './sources';

const files = program();
const filesWith = (word: RegExp) => files.filter(({ text }) => word.test(text)).map(({ file }) => file);

const declared = files.flatMap(({ file, text }) =>
  file === 'lib/core/keys.ts'
    ? []
    : [...text.matchAll(/\b(?:signing|digest)Key\((.*?)\)/g)].map(([, given]) => ({ file, given: given! })),
);

describe('keys', () => {
  it('are derived, and HMAC is reckoned, in one file; the gate, the format of age and the calls of a provider spell out their own', () => {
    expect(filesWith(/\b(createHmac|hkdf|hkdfSync|pbkdf2|scrypt)\b/)).toEqual([
      'lib/core/keys.ts',
      'lib/outside/backup/age-file.ts',
      'lib/outside/sms/aliyun-signature.ts',
    ]);
    expect(filesWith(/\btimingSafeEqual\b/).toSorted()).toEqual(['lib/core/keys.ts', 'lib/drops/gate/pass.ts']);
  });

  it('are made of secrets that nobody else reads but next-auth, which seals sessions', () => {
    expect(filesWith(/\b(AUTH|DIGEST)_SECRET\b/).toSorted()).toEqual([
      'lib/core/env.ts',
      'lib/core/keys.ts',
      'lib/core/settings.ts',
      'lib/server/token.ts',
      'lib/web/auth-options.ts',
    ]);
  });

  it('each have a purpose that is said once, by the folder that it belongs to', () => {
    const purposes = declared.map(({ given }) => given);
    expect(purposes.length).toBeGreaterThan(7);
    expect(purposes.toSorted()).toEqual([...new Set(purposes)].toSorted());
    const strays = declared.filter(
      ({ file, given }) => !new RegExp(`^'${file.split('/')[1]}\\.[a-zA-Z]+'$`).test(given),
    );
    expect(strays).toEqual([]);
  });
});
