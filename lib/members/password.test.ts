import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';

import { hashPassword, passwordFits } from './password';
import { signUpInput } from './schema';

const cheap = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const [composed, decomposed] = ['crème brûlée 12'.normalize('NFC'), 'crème brûlée １２'.normalize('NFD')];

describe('a password', () => {
  it('is the same in other code points of the same signs', async () => {
    const kept = await hashPassword(composed);
    expect(await passwordFits(kept, decomposed)).toBe(true);
    expect(await passwordFits(await hashPassword(decomposed), composed)).toBe(true);
    expect(await passwordFits(kept, 'creme brulee 12')).toBe(false);
    expect(await passwordFits(null, decomposed)).toBe(false);
  });

  it('of a hash from before fits as it was typed then, and no other way', async () => {
    const old = await hash(decomposed, cheap);
    expect(await passwordFits(old, decomposed)).toBe(true);
    expect(await passwordFits(old, composed)).toBe(false);
  });

  it('is long enough in characters as people see them, without characters that cannot be typed', () => {
    const codes = (password: string) =>
      signUpInput
        .safeParse({ name: 'Lin', handle: 'lin-wei', email: 'lin@example.com', password, locale: 'en' })
        .error?.issues.map(({ code, message }) => (message.startsWith('code:') ? message : code));
    expect(codes('正确的马电池订书钉一')).toBeUndefined();
    expect(codes(`${'e\u0301'.repeat(4)}abcd`)).toEqual(['too_small']);
    expect(codes('👩‍👩‍👧👩‍👩‍👦👩‍👦‍👦a')).toEqual(['too_small']);
    expect(codes('right horse\u0000battery')).toEqual(['code:bad-value']);
    expect(codes('right horse\ud800battery')).toEqual(['code:bad-value']);
    expect(codes('abcd1'.repeat(41))).toEqual(['too_big']);
  });
});
