import { describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { signInWithProvider } from './sign-in-with-provider';

import { handle } from './schema';

let counted = 0;

async function come(name: string, login = 'wanderer') {
  counted += 1;
  const { memberId } = await signInWithProvider({
    provider: 'github',
    providerIds: [`brought-${counted}`],
    verifiedEmail: `brought${counted}@example.com`,
    name,
    login,
  });
  return db.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true, handle: true } });
}

describe('whoever comes by a provider', () => {
  it.each([
    'support',
    'official',
    'Staff',
    'team',
    'moderator',
    'millet',
    'root',
    'help',
    'administrator',
    'ad_min',
    'customer-service',
    'Support',
    'ｓｕｐｐｏｒｔ',
  ])('gets no handle that speaks for the house: %s', async (login) => {
    const member = await come('Lin', login);
    expect(handle.safeParse(member.handle)).toMatchObject({ success: true, data: member.handle });
  });

  it('gets a name by the rules of the form', async () => {
    expect((await come('Lin\u202e Wei\r\n\u0000')).name).toBe('Lin Wei');
    expect((await come(`${'a'.repeat(49)}🎧b`)).name).toBe(`${'a'.repeat(49)}🎧`);
    expect((await come(`${'a'.repeat(48)} \ud83c`)).name).toBe(`${'a'.repeat(48)} \ufffd`);
    for (const blank of ['\u3164', '\u115f\u1160', '\uffa0', '\u2800', '\ud800', '🎧🎧', ' ', 'x'.repeat(0)]) {
      const member = await come(blank);
      expect(member.name).toBe(member.handle);
    }
  });
});
