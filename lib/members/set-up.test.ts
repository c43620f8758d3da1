import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { after, minute } from '@/lib/core/time';
import { runAdmin } from '@/scripts/lib/admin-verbs';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { reason } from '@/tests/support/staff-members';

import { becomeFirstAdmin } from './become-first-admin';
import { grantRole, makeSetupKey, revokeRole, suspendMember } from './commands';
import { hasAdmin } from './queries/admins';
import { requireSetupKey, setupDigest } from './setup-key';

beforeEach(truncateAll);

const make = (now = new Date()) => transact(makeSetupKey)(system, {}, { now });
const wish = (handle = 'ada') => ({
  name: 'Ada',
  handle,
  email: `${handle}@shop.example`,
  password: 'wooden spoon rain',
  locale: 'en',
});
const become = (key: string, handle?: string, now?: Date) => becomeFirstAdmin(guest, { key, ...wish(handle) }, { now });

describe('the set-up address', () => {
  it('makes the first administrator, confirmed and signed in, and is used up by it', async () => {
    const { key } = await make();
    await requireSetupKey(reading(), key);
    const proved = await become(key);
    expect(await actorOf(proved)).toMatchObject({ handle: 'ada', confirmed: true, roles: [{ key: 'ADMIN' }] });
    expect(await refusal(become(key, 'bob'))).toBe('setup-done');
    const acts = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { act: true, subjectId: true } });
    expect(acts.map(({ act }) => act)).toEqual(['setup.makeKey', 'setup.becomeAdmin']);
    expect(acts[1]!.subjectId).toBe(proved.memberId);
  });

  it('says why it is refused: used, replaced, over, unknown, or because there is an administrator', async () => {
    const now = new Date();
    const first = await make(now);
    const second = await make(now);
    expect(await refusal(become(first.key))).toBe('setup-replaced');
    expect(await refusal(become(second.key, 'ada', after(now, 30 * minute)))).toBe('setup-over');
    for (const wrong of ['', 'x', '-'.repeat(43), `${second.key} `])
      expect(await refusal(become(wrong))).toBe('setup-unknown');
    await db.setupKey.updateMany({ where: { digest: setupDigest(second.key) }, data: { usedAt: now } });
    expect(await refusal(become(second.key))).toBe('setup-used');
    expect(await db.member.count()).toBe(0);
    await makeMember({ roles: ['ADMIN'] });
    expect(await refusal(become(second.key))).toBe('setup-done');
    expect(await refusal(make())).toBe('setup-done');
  });

  it('is made by the terminal alone', async () => {
    expect(await refusal(transact(makeSetupKey)(guest, {}))).toBe('forbidden');
    expect(await refusal(transact(makeSetupKey)(await makeMember({ roles: ['OPERATIONS'] }), {}))).toBe('forbidden');
  });

  it('makes one administrator, however many use it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await truncateAll();
      const { key } = await make();
      const answers = await Promise.all(['ada', 'bob', 'cem', 'dia'].map((handle) => refusal(become(key, handle))));
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      expect(answers.every((answer) => ['done', 'setup-used', 'setup-done'].includes(answer))).toBe(true);
      expect(await db.grant.count({ where: { roleKey: 'ADMIN' } })).toBe(1);
    }
  });

  it('would make several if it were looked at and then used (control)', async () => {
    const { key } = await make();
    let go = () => {};
    const all = new Promise<void>((resolve) => (go = resolve));
    let count = 0;
    const use = () =>
      inTransaction(guest, async (ctx) => {
        await requireSetupKey(ctx, key);
        if (++count === 3) go();
        await all;
        return (await ctx.db.setupKey.updateMany({ where: { digest: setupDigest(key) }, data: { usedAt: ctx.now } }))
          .count;
      });
    expect(await Promise.all([use(), use(), use()])).toEqual([1, 1, 1]);
  });

  it('is void as soon as another is made, also of two that are made at once', async () => {
    const made = await Promise.all([make(), make(), make()]);
    const answers = await Promise.all(made.map(({ key }) => refusal(requireSetupKey(reading(), key))));
    expect(answers.toSorted()).toEqual(['done', 'setup-replaced', 'setup-replaced']);
  });

  it('stays unused when the handle or the address is somebody’s', async () => {
    await makeMember({ handle: 'taken', email: 'known@shop.example' });
    const { key } = await make();
    expect(await refusal(become(key, 'taken'))).toBe('handle-taken');
    expect(await refusal(become(key, 'known'))).toBe('setup-known');
    expect(await refusal(become(key))).toBe('done');
  });

  it('stands in no table and no log', async () => {
    const lines: unknown[] = [];
    const spies = (['info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void lines.push(words)),
    );
    const { key } = await make();
    await refusal(become('x'.repeat(43)));
    await become(key);
    const rows = [await db.setupKey.findMany(), await db.auditEntry.findMany(), await db.event.findMany()];
    spies.forEach((spy) => spy.mockRestore());
    expect(rows.flat().length).toBeGreaterThan(3);
    expect(JSON.stringify([rows, lines])).not.toContain(key);
  });
});

describe('an administrator who can sign in', () => {
  it('is none who is suspended, whose address nobody proved, or whose role is over', async () => {
    const now = new Date();
    const has = (at = now) => hasAdmin({ db, now: at });
    expect(await has()).toBe(false);
    await makeMember({ roles: ['ADMIN'], confirmed: false });
    const out = await makeMember({ roles: ['ADMIN'] });
    await db.suspension.create({ data: { memberId: out.id, reason, at: now, until: after(now, minute) } });
    const short = await makeMember();
    await db.grant.create({ data: { memberId: short.id, roleKey: 'ADMIN', at: now, until: now } });
    expect(await has()).toBe(false);
    expect(await has(after(now, minute))).toBe(true);
  });

  it('stays, though the terminal gives and takes at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      await truncateAll();
      const [one, two] = [await makeMember({ roles: ['ADMIN'] }), await makeMember({ roles: ['ADMIN'] })];
      const answers = await Promise.all([
        refusal(transact(grantRole)(system, { memberId: one.id, role: 'ADMIN', reason })),
        refusal(transact(revokeRole)(two, { memberId: one.id, role: 'ADMIN', reason })),
        refusal(transact(suspendMember)(one, { memberId: two.id, reason, until: null })),
      ]);
      expect(answers[0]).toBe('done');
      expect(await hasAdmin(reading())).toBe(true);
    }
  });
});

describe('npm run admin', () => {
  it('prints the set-up address, with its key behind the #', async () => {
    const printed = (await runAdmin('setup', [])).join('\n');
    const key = /\/setup#([\w-]{43})$/m.exec(printed)?.[1];
    expect(await refusal(requireSetupKey(reading(), key!))).toBe('done');
  });

  it('says at a start what to run, and the address only to a terminal', async () => {
    expect((await runAdmin('start', ['log'])).join()).toMatch(/npm run admin -- setup/);
    expect((await runAdmin('start', ['log'])).join()).not.toMatch(/#/);
    expect(await db.setupKey.count()).toBe(0);
    expect((await runAdmin('start', ['terminal'])).join()).toMatch(/\/setup#[\w-]{43}/);
    await makeMember({ roles: ['ADMIN'] });
    expect(await runAdmin('start', ['terminal'])).toEqual([]);
    expect(await refusal(runAdmin('setup', []))).toBe('setup-done');
  });

  it('gives a member a role, and refuses an unknown role, address or member in words', async () => {
    const fan = await makeMember({ email: 'fan@shop.example' });
    await makeMember({ email: 'old@shop.example', confirmed: false });
    expect(await runAdmin('grant', ['Fan@Shop.example', 'admin'])).toEqual([`@${fan.handle} now has the role ADMIN.`]);
    expect(await hasAdmin(reading())).toBe(true);
    for (const [words, say] of [
      [['fan@shop.example', 'KING'], /no role KING.*ADMIN/],
      [['nobody@shop.example', 'ADMIN'], /No member has/],
      [['what', 'ADMIN'], /no email address/],
      [['old@shop.example', 'ADMIN'], /not confirmed/],
    ] as const)
      await expect(runAdmin('grant', [...words])).rejects.toThrow(say);
  });

  it('prints names as words, whatever is in them', async () => {
    const { id } = await makeMember({ handle: 'one', roles: ['ADMIN'] });
    await db.member.update({ where: { id }, data: { name: 'One\u001b[2J\n@two  can sign in\u009b31m' } });
    expect(await runAdmin('list', [])).toEqual([
      expect.stringMatching(/^@one {2}One\[2J @two {2}can sign in31m {2}\P{Cc}*$/u),
    ]);
  });

  it('lists the administrators, and says who cannot sign in and why', async () => {
    expect((await runAdmin('list', [])).join()).toMatch(/There is no administrator/);
    const one = await makeMember({ handle: 'one', roles: ['ADMIN'] });
    await makeMember({ handle: 'two', roles: ['ADMIN'], confirmed: false });
    const out = await makeMember({ handle: 'out', roles: ['ADMIN'] });
    await transact(suspendMember)(one, { memberId: out.id, reason, until: null });
    expect(await runAdmin('list', [])).toEqual([
      expect.stringMatching(/^@one .* can sign in$/),
      expect.stringMatching(/^@two .* cannot sign in: the email address is not confirmed$/),
      expect.stringMatching(/^@out .* cannot sign in: suspended$/),
    ]);
  });
});
