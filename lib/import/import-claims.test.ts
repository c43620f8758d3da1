import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { getThreadPage, listBoards } from '@/lib/forum/queries';
import { signIn } from '@/lib/members/sign-in';
import { truncateAll } from '@/tests/support/database';
import { madeForum } from '@/tests/support/discourse-forum';
import { startStandIn } from '@/tests/support/discourse-stand-in';
import { codeFor } from '@/tests/support/mailed-code';
import { readStandIn } from '@/tests/support/read-stand-in';
import { refusal } from '@/tests/support/refusal';

import { importDiscourse } from './import-discourse';

vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);

async function bring(): Promise<void> {
  const standIn = await startStandIn(madeForum(), { staff: true });
  const { folder } = await readStandIn({ standIn });
  await importDiscourse(folder, { base: 'https://old.example', whole: true });
  await standIn.close();
}

describe('a member of the old forum', () => {
  const visitor = { ...guest, ip: '192.0.2.9' };
  const wish = { name: 'New name', handle: 'newhandle', password: 'wooden spoon rain', locale: 'en' as const };

  it('is claimed by whoever proves the address, and by nobody else', async () => {
    await bring();
    const bea = await db.member.findFirstOrThrow({ where: { handle: 'bea' } });
    expect([bea.email, bea.emailVerifiedAt, bea.passwordHash]).toEqual(['bea@old.example', null, null]);
    const email = 'bea@old.example';
    const { codeId } = await signUp(visitor, { ...wish, email });
    const code = await codeFor(email);
    const wrong = code === '123456' ? '654321' : '123456';
    expect(await refusal(confirm(visitor, { codeId, code: wrong }))).toBe('code-wrong');
    expect(await refusal(signIn(visitor, { email, password: wish.password }))).toBe('sign-in-wrong');
    expect((await confirm(visitor, { codeId, code })).memberId).toBe(bea.id);
    expect((await signIn(visitor, { email, password: wish.password })).memberId).toBe(bea.id);
    const carl = await signUp(visitor, { ...wish, handle: 'other', email: 'stranger@new.example' });
    const { memberId } = await confirm(visitor, { codeId: carl.codeId, code: await codeFor('stranger@new.example') });
    expect(memberId).not.toBe((await db.member.findFirstOrThrow({ where: { handle: 'carl' } })).id);
  });

  it('has no claim by an address that was never proved there', async () => {
    await bring();
    expect(await db.member.findFirstOrThrow({ where: { handle: 'dora' }, select: { email: true } })).toEqual({
      email: null,
    });
  });

  it('has no address on any page of the forum, nor in what is kept', async () => {
    await bring();
    const threads = await db.thread.findMany({ select: { number: true } });
    const pages = await Promise.all(threads.map(({ number }) => getThreadPage(reading(), { number })));
    const said = JSON.stringify([pages, await listBoards(reading()), await db.importRecord.findMany()]);
    expect(said).toContain('ann of old');
    expect(said).not.toContain('@old.example');
  });
});
