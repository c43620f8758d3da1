/** The second factor through its actions while the site is closed, as the first administrator of a new shop meets it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import {
  askPasskeyAction,
  beginPasskeyAction,
  confirmByPasskeyAction,
  finishPasskeyAction,
} from '@/app/actions/members.passkeys';
import { beginAuthenticatorAction, confirmSessionAction, finishAuthenticatorAction } from '@/app/actions/members';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { readOpening } from '@/lib/core/opening';
import { clock } from '@/lib/core/time';
import type { Session } from '@/lib/server/token';
import { makeMember } from '@/tests/support/factories';
import { codeAt, session, signedIn, withFactor } from '@/tests/support/factors';
import { makeAuthenticator } from '@/tests/support/passkeys';

const visit = vi.hoisted(() => ({ session: null as Session | null }));
vi.mock('@/lib/web/session', async () => {
  const { actorOf } = await import('@/lib/server/actor');
  return { currentActor: () => actorOf(visit.session), startSession: vi.fn(), endSession: vi.fn() };
});
vi.mock('@/lib/web/code-cookie', () => ({ keepCodeId: vi.fn(), keptCodeId: vi.fn(), dropCodeId: vi.fn() }));
vi.mock('@/lib/web/device-cookie', () => ({ keepDevice: vi.fn(), keptDevice: vi.fn() }));
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn(), cacheLife: vi.fn(), cacheTag: vi.fn() }));

vi.mock('@/lib/web/brand', () => ({ publicBrand: async () => ({ name: { en: 'Foxtail', zh: '狐尾' } }) }));

const idle = { status: 'idle' } as const;
const password = 'wooden spoon rain';
const form = (fields: Record<string, string>) => {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return sent;
};

beforeEach(async () => {
  env.embedded = false;
  await db.brandOpening.deleteMany();
  expect((await readOpening()).open).toBe(false);
});
afterEach(() => void (env.embedded = true));

it('is set up by staff who have none yet, and then makes them staff', async () => {
  const { id } = await makeMember({ roles: ['ADMIN'], password });
  visit.session = session(id);
  const begun = await beginAuthenticatorAction(idle, form({ oldPassword: password, locale: 'en' }));
  if (begun.status !== 'done') throw new Error(JSON.stringify(begun));
  const code = codeAt(begun.data.secret, clock());
  expect(await finishAuthenticatorAction(idle, form({ code, locale: 'en' }))).toMatchObject({ status: 'done' });
  expect((await signedIn(visit.session as ReturnType<typeof session>)).permissions.length).toBeGreaterThan(0);
});

it('is given by staff who have one', async () => {
  const { secret, other } = await withFactor();
  visit.session = other;
  // It leads on by a redirect, which Next throws.
  await expect(confirmSessionAction(idle, form({ code: codeAt(secret, clock()), locale: 'en' }))).rejects.toMatchObject(
    { digest: expect.stringContaining('NEXT_REDIRECT') },
  );
  expect((await signedIn(other)).permissions.length).toBeGreaterThan(0);
});

it('is a passkey, added by staff who have none yet and given in their next session', async () => {
  const { PUBLIC_URL } = env;
  env.PUBLIC_URL = 'https://shop.example';
  try {
    const { id } = await makeMember({ roles: ['ADMIN'], password });
    const [first, next] = [session(id), session(id)];
    const authenticator = makeAuthenticator();
    visit.session = first;
    const begun = await beginPasskeyAction(idle, form({ oldPassword: password, locale: 'zh' }));
    if (begun.status !== 'done') throw new Error(JSON.stringify(begun));
    expect(begun.data.rp).toEqual({ id: 'shop.example', name: '狐尾' });
    const made = JSON.stringify(authenticator.register(begun.data.challenge));
    expect(await finishPasskeyAction(idle, form({ name: 'Key', answer: made, locale: 'zh' }))).toMatchObject({
      data: { codes: expect.arrayContaining([expect.any(String)]) },
    });
    visit.session = next;
    const asked = await askPasskeyAction(idle, form({ locale: 'en' }));
    if (asked.status !== 'done') throw new Error(JSON.stringify(asked));
    const answer = JSON.stringify(authenticator.sign(asked.data.challenge));
    await expect(confirmByPasskeyAction(idle, form({ answer, locale: 'en' }))).rejects.toMatchObject({
      digest: expect.stringContaining('NEXT_REDIRECT'),
    });
    expect((await signedIn(next)).permissions.length).toBeGreaterThan(0);
  } finally {
    env.PUBLIC_URL = PUBLIC_URL;
  }
});
