import { beforeAll, describe, expect, it, vi } from 'vitest';

import { may, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { after, clock, hour, minute } from '@/lib/core/time';
import { makeKey, revokeKey } from '@/lib/api/commands';
import { keyIn } from '@/lib/api/key-text';
import { limits } from '@/lib/api/limits';
import { makeKeyInput, mostKeys } from '@/lib/api/schema';
import { scopes } from '@/lib/api/scope-names';
import { callApi, makeApiKey, makePaid } from '@/tests/support/api';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { calls } from './calls';
import { callerOf } from './caller';
import { listShownKeys } from './list-keys';

const make = transact(makeKey);
let number: string;
beforeAll(async () => void (number = await makePaid()));

// Each call with enough to be answered, and its path without the part that all have.
const asked = calls.map((call) => ({
  call,
  path: `${call.method} ${call.path.replace('/api/admin/v1/', '').replace(':number', 'NONE')}`,
  sent: call.body ? { body: { carrier: 'Post', tracking: 'T1' } } : {},
}));

const answersOf = async (key: string | null, authorization?: string) =>
  Promise.all(
    asked.map(async ({ path, sent }) => {
      const { status, body } = await callApi(key, path, { ...sent, authorization });
      return [status, body.error];
    }),
  );
const all = (status: number, error: string) => calls.map(() => [status, error]);

async function madeBy(maker: SignedIn) {
  const { key } = await makeApiKey(['orders.read'], maker);
  return { key, state: async () => (await callApi(key, 'GET orders')).status };
}

describe('who calls', () => {
  it('without a key, with a wrong one, or with something else in its place hears so at every call', async () => {
    expect(await answersOf(null)).toEqual(all(401, 'key-missing'));
    const unknown = `mlt_${'x'.repeat(43)}`;
    for (const authorization of [`Bearer ${unknown}`, 'Bearer x', 'Basic eDp5', `Bearer ${unknown} x`, 'Bearer mlt_'])
      expect(await answersOf(null, authorization)).toEqual(all(401, 'key-unknown'));
    const missing = await callApi(null, 'GET orders');
    expect(missing.headers).toMatchObject({
      'www-authenticate': 'Bearer realm="admin"',
      'cache-control': 'private, no-store',
    });
    expect((await callApi(unknown, 'GET orders')).headers).toMatchObject({
      'www-authenticate': 'Bearer realm="admin", error="invalid_token"',
    });
  });

  it('reaches the calls of the scopes of the key, and no other', async () => {
    for (const scope of scopes) {
      const { key } = await makeApiKey([scope]);
      for (const { call, path, sent } of asked) {
        const { status } = await callApi(key, path, sent);
        expect([scope, path, status === 403]).toEqual([scope, path, call.scope !== scope]);
      }
    }
  });

  it('with a revoked key, or one that has ended, is a stranger', async () => {
    const { key, maker } = await makeApiKey();
    const { id } = await db.apiKey.findFirstOrThrow({ where: { makerId: maker.id } });
    expect((await callApi(key, 'GET orders')).status).toBe(200);
    await db.apiKey.update({ where: { id }, data: { until: after(clock(), -1) } });
    expect(await answersOf(key)).toEqual(all(401, 'key-unknown'));
    await db.apiKey.update({ where: { id }, data: { until: after(clock(), hour) } });
    expect((await callApi(key, 'GET orders')).status).toBe(200);
    await transact(revokeKey)(maker, { id });
    expect(await answersOf(key)).toEqual(all(401, 'key-unknown'));
    expect(await refusal(transact(revokeKey)(maker, { id }))).toBe('not-found');
    const acts = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(acts.map(({ act }) => act)).toEqual(['apiKey.make', 'apiKey.revoke']);
  });
});

describe('a key does no more than its maker may do now', () => {
  it('of a suspended maker it is nothing', async () => {
    const maker = await makeMember({ roles: ['ADMIN'] });
    const { state } = await madeBy(maker);
    expect(await state()).toBe(200);
    const { id } = await db.suspension.create({ data: { memberId: maker.id, reason: 'Left', at: clock() } });
    expect(await state()).toBe(401);
    await db.suspension.update({ where: { id }, data: { liftedAt: clock() } });
    expect(await state()).toBe(200);
  });

  it('of a maker who lost the role, whose role ended, or who may make no keys any more, it does nothing', async () => {
    const maker = await makeMember({ roles: ['ADMIN'] });
    const { state } = await madeBy(maker);
    const [grant] = await db.grant.findMany({ where: { memberId: maker.id } });
    await db.grant.update({ where: { id: grant!.id }, data: { until: after(clock(), -minute) } });
    expect(await state()).toBe(403);
    await db.grant.update({ where: { id: grant!.id }, data: { until: null, roleKey: 'OPERATIONS' } });
    expect(await state()).toBe(403);
    await db.grant.update({ where: { id: grant!.id }, data: { roleKey: 'ADMIN' } });
    expect(await state()).toBe(200);
    await db.grant.deleteMany({ where: { memberId: maker.id } });
    expect(await state()).toBe(403);
  });

  it('of a maker without a second factor it does nothing where one is asked for', async () => {
    const maker = await makeMember({ roles: ['ADMIN'] });
    const { state } = await madeBy(maker);
    env.embedded = false;
    try {
      expect(await state()).toBe(403);
      await db.authenticator.create({ data: { memberId: maker.id, secret: 'x', since: clock() } });
      expect(await state()).toBe(200);
    } finally {
      env.embedded = true;
    }
  });

  it('it is no staff, and may not make keys', async () => {
    const { key } = await makeApiKey();
    const caller = (await callerOf(key))!;
    expect([caller.actor.roles, may(caller.actor, 'api.manageKeys')]).toEqual([[], false]);
    expect(await refusal(make(caller.actor, { name: 'Another', scopes: ['orders.read'] }))).toBe('forbidden');
  });

  it('its maker gives only what they hold', async () => {
    const role = { key: 'keys and orders', name: 'Keys', nameZh: '密钥', at: clock() };
    await db.staffRole.create({ data: { ...role, permissions: ['api.manageKeys', 'orders.read'] } });
    const maker = await makeMember();
    await db.grant.create({ data: { memberId: maker.id, roleKey: role.key, at: clock() } });
    const held: SignedIn = { ...maker, permissions: ['api.manageKeys', 'orders.read'] };
    expect(await refusal(make(held, { name: 'A', scopes: ['orders.read', 'orders.ship'] }))).toBe('bad-value');
    const { key } = await make(held, { name: 'A', scopes: ['orders.read'] });
    expect((await callApi(key, `GET orders/${number}`)).status).toBe(200);
  });
});

describe('the secret', () => {
  it('is answered once, and neither stored, listed nor logged', async () => {
    const logged: unknown[] = [];
    for (const level of ['info', 'warn', 'error'] as const)
      vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(said));
    const { key, maker } = await makeApiKey();
    expect(key).toMatch(/^mlt_[\w-]{43}$/);
    await callApi(key, 'GET orders');
    await callApi(`${key}x`, 'GET orders');
    await callApi(key, 'POST orders/NONE/shipments', { body: { carrier: 1 } });
    const kept = JSON.stringify([
      await db.apiKey.findMany(),
      await db.auditEntry.findMany(),
      await db.rateBucket.findMany(),
      await db.event.findMany(),
      await listShownKeys({ db, actor: maker, now: clock() }),
      logged,
    ]);
    expect(kept).toContain(key.slice(0, 10));
    expect(kept).not.toContain(key.slice(4));
    expect(kept).not.toContain(key.slice(10));
    vi.restoreAllMocks();
  });

  it('is taken from an Authorization header alone, whole', () => {
    const key = `mlt_${'a'.repeat(43)}`;
    expect(keyIn(`bearer  ${key} `)).toBe(key);
    for (const wrong of [undefined, '', key, `Bearer ${key}a`, `Bearer ${key},Bearer ${key}`, `Token ${key}`])
      expect(keyIn(wrong)).toBeNull();
  });
});

describe('the bounds', () => {
  it('at most fifty work, also when several are made at once; those that are over do not count', async () => {
    const maker = await makeMember({ roles: ['ADMIN'] });
    const working = { revokedAt: null, OR: [{ until: null }, { until: { gt: clock() } }] };
    await db.apiKey.updateMany({ where: working, data: { revokedAt: clock() } });
    await db.apiKey.createMany({
      data: Array.from({ length: mostKeys - 2 }, (_, at) => ({
        ...{ name: `Key ${at}`, digest: `full ${at}`, start: 'mlt_', scopes: [], makerId: maker.id },
        createdAt: clock(),
      })),
    });
    const tries = Array.from({ length: 6 }, () => refusal(make(maker, { name: 'One more', scopes: ['orders.read'] })));
    expect((await Promise.all(tries)).filter((code) => code === 'too-many-keys')).toHaveLength(4);
    expect(await db.apiKey.count({ where: working })).toBe(mostKeys);
    await db.apiKey.updateMany({ where: { digest: 'full 1' }, data: { until: after(clock(), -1) } });
    expect(await refusal(make(maker, { name: 'In its place', scopes: ['orders.read'] }))).toBe('done');
    await db.apiKey.deleteMany({ where: { digest: { startsWith: 'full' } } });
  });

  it('the last use is written once an hour', async () => {
    const { key, maker } = await makeApiKey();
    const used = async () => (await db.apiKey.findFirstOrThrow({ where: { makerId: maker.id } })).usedAt;
    expect(await used()).toBeNull();
    await callApi(key, 'GET orders');
    const first = await used();
    expect(first).not.toBeNull();
    await callApi(key, 'GET orders');
    expect(await used()).toEqual(first);
    await db.apiKey.updateMany({ where: { makerId: maker.id }, data: { usedAt: after(clock(), -hour) } });
    await callApi(key, 'GET orders');
    expect((await used())! >= first!).toBe(true);
  });

  it('reads and writes are counted apart, by key; guesses by network', async () => {
    const { key, maker } = await makeApiKey();
    const { id } = await db.apiKey.findFirstOrThrow({ where: { makerId: maker.id } });
    const full = (name: string, subject: string, count: number) =>
      db.rateBucket.create({ data: { key: `${name}:${subject}`, count, resetsAt: after(clock(), minute) } });
    await full(limits.read.name, id, limits.read.count);
    const refused = await callApi(key, 'GET orders');
    expect([refused.status, refused.body.error]).toEqual([429, 'rate-limited']);
    expect(Number(refused.headers?.['retry-after'])).toBeGreaterThan(0);
    const write = { body: { carrier: 'Post', tracking: '' } };
    expect((await callApi(key, 'POST orders/NONE/shipments', write)).status).toBe(404);
    expect((await callApi((await makeApiKey()).key, 'GET orders')).status).toBe(200);
    const ip = '10.8.8.8';
    await full(limits.wrongKey.name, ip, limits.wrongKey.count);
    const wrong = `mlt_${'y'.repeat(43)}`;
    expect((await callApi(wrong, 'GET orders', { ip })).status).toBe(429);
    expect((await callApi((await makeApiKey()).key, 'GET orders', { ip })).status).toBe(200);
  });

  it('a form without a box, or with an end that is over, makes none', async () => {
    const wrong = (form: object) => makeKeyInput.safeParse(form).error?.issues.map(({ path }) => path.join('.'));
    expect([wrong({ name: 'A' }), wrong({ name: '' })]).toEqual([['scopes'], ['name', 'scopes']]);
    expect(makeKeyInput.parse({ name: 'A', until: '', 'orders.read': 'on' })).toEqual({
      ...{ name: 'A', until: undefined, scopes: ['orders.read'] },
    });
    const maker = await makeMember({ roles: ['ADMIN'] });
    const over = { name: 'A', scopes: ['orders.read' as const], until: after(clock(), -1) };
    expect(await refusal(make(maker, over))).toBe('bad-date');
  });
});
