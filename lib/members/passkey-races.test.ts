/** What two connections do to passkeys at once, and the same with the guard taken out. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { makeMember } from '@/tests/support/factories';
import { session, signedIn } from '@/tests/support/factors';
import { meeting } from '@/tests/support/meeting';
import { makeAuthenticator } from '@/tests/support/passkeys';
import { challengeFor, enrol, withPasskey } from '@/tests/support/passkeys-of';
import { refusal } from '@/tests/support/refusal';

import { addPasskey, removePasskey, spendPasskey, takeChallenge } from './commands';

const address = env.PUBLIC_URL;
beforeEach(() => void Object.assign(env, { embedded: false, PUBLIC_URL: 'https://shop.example' }));
afterEach(() => void Object.assign(env, { embedded: true, PUBLIC_URL: address }));

const rounds = 5;
const both = <T>(work: (at: number) => Promise<T>) => Promise.all([0, 1].map(work));

/** The same table, but what one of its calls does is done by another. */
function instead<T extends object>(table: T, calls: Record<string, (asked: never) => unknown>): T {
  return new Proxy(table, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name);
      return calls[name as string] ?? (typeof own === 'function' ? own.bind(target) : own);
    },
  });
}

const withTables = (ctx: Ctx, tables: Record<string, unknown>): Ctx => ({
  ...ctx,
  db: new Proxy(ctx.db, { get: (target, name) => tables[name as string] ?? Reflect.get(target, name) }),
});

describe('one challenge, answered by two at once', () => {
  it('is taken by one of them', async () => {
    const { actor } = await withPasskey();
    for (let round = 0; round < rounds; round += 1) {
      const challenge = await challengeFor(actor, 'CONFIRM');
      const taken = await both(() => transact(takeChallenge)(actor, { purpose: 'CONFIRM' }));
      expect(new Set(taken)).toEqual(new Set([challenge, null]));
    }
  });

  it('is taken by both where the second does not look what it deleted (control)', async () => {
    const { actor } = await withPasskey();
    const challenge = await challengeFor(actor, 'CONFIRM');
    const met = meeting();
    const unguarded = transact((ctx: Ctx, input: { purpose: 'CONFIRM' }) => {
      const deleteMany = async (asked: object) => {
        await met();
        await ctx.db.passkeyChallenge.deleteMany(asked);
        return { count: 1 };
      };
      return takeChallenge(
        withTables(ctx, { passkeyChallenge: instead(ctx.db.passkeyChallenge, { deleteMany }) }),
        input,
      );
    });
    expect(await both(() => unguarded(actor, { purpose: 'CONFIRM' }))).toEqual([challenge, challenge]);
  });
});

describe('one count of uses, said by two at once', () => {
  const counting = async () => {
    const { actor, id } = await withPasskey();
    const { id: passkeyId } = await db.passkey.findFirstOrThrow({ where: { memberId: id } });
    return { actor, used: { passkeyId, before: 0n, counter: 7 } };
  };

  it('is accepted of one of them', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { actor, used } = await counting();
      expect((await both(() => transact(spendPasskey)(actor, used))).toSorted()).toEqual([false, true]);
    }
  });

  it('is accepted of both where the count before is not compared (control)', async () => {
    const { actor, used } = await counting();
    const unguarded = transact((ctx: Ctx, input: typeof used) => {
      const updateMany = ({
        where: { counter: _, ...where },
        data,
      }: {
        where: Record<string, unknown>;
        data: object;
      }) => ctx.db.passkey.updateMany({ where, data });
      return spendPasskey(withTables(ctx, { passkey: instead(ctx.db.passkey, { updateMany }) }), input);
    });
    expect(await both(() => unguarded(actor, used))).toEqual([true, true]);
  });
});

describe('one credential, added by two at once', () => {
  const credential = () => ({
    ...{ credentialId: makeAuthenticator().credentialId, publicKey: new Uint8Array(8) },
    ...{ counter: 0, syncable: true, transports: [] },
  });
  const people = async () => {
    const made = await both(() => makeMember({ roles: ['ADMIN'] }));
    return both((at) => signedIn(session(made[at]!.id)));
  };
  const add = async (who: SignedIn[]) => {
    const one = credential();
    const ends = await both((at) => refusal(transact(addPasskey)(who[at]!, { name: 'Key', credential: one })));
    return { ends: ends.toSorted(), kept: await db.passkey.count({ where: { credentialId: one.credentialId } }) };
  };

  it('is kept once, of one person and of two', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [one, two] = await people();
      expect(await add([one!, one!])).toEqual({ ends: ['done', 'passkey-known'], kept: 1 });
      expect(await add([one!, two!])).toEqual({ ends: ['done', 'passkey-known'], kept: 1 });
    }
  });

  it('is kept twice without its index (control)', async () => {
    await db.$executeRaw`DROP INDEX "Passkey_credentialId_key"`;
    try {
      const [one, two] = await people();
      expect(await add([one!, two!])).toEqual({ ends: ['done', 'done'], kept: 2 });
    } finally {
      await db.$executeRaw`DELETE FROM "Passkey"`;
      await db.$executeRaw`CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey" ("credentialId")`;
    }
  });

  it('is the first factor once: of two sessions that add one each, the other has to confirm', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id } = await makeMember({ roles: ['ADMIN'] });
      const who = await both(() => signedIn(session(id)));
      const ends = await both((at) =>
        refusal(transact(addPasskey)(who[at]!, { name: 'Key', credential: credential() })),
      );
      expect(ends.toSorted()).toEqual(['done', 'factor-needed']);
      expect(await db.recoveryCode.count({ where: { memberId: id } })).toBe(10);
    }
  });
});

describe('the last two passkeys, removed by two at once', () => {
  const pair = async () => {
    const { id, first } = await withPasskey();
    const actor = await signedIn(first);
    await enrol(actor);
    const passkeys = await db.passkey.findMany({ where: { memberId: id }, select: { id: true } });
    return { id, actor, passkeys: passkeys.map((each) => each.id) };
  };
  const left = (memberId: string) => db.passkey.count({ where: { memberId } });

  it('leave one', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, actor, passkeys } = await pair();
      const ends = await both((at) => refusal(transact(removePasskey)(actor, { passkeyId: passkeys[at]! })));
      expect([ends.toSorted(), await left(id)]).toEqual([['done', 'factor-last'], 1]);
    }
  });

  it('leave none where neither waits for the other (control)', async () => {
    const { id, actor, passkeys } = await pair();
    const met = meeting();
    const unguarded = transact((ctx: Ctx, input: { passkeyId: string }) => {
      const $queryRaw = (text: TemplateStringsArray, ...values: unknown[]) => {
        const parts = text.map((part) => part.replace(' FOR NO KEY UPDATE', ''));
        return ctx.db.$queryRaw(Object.assign(parts, { raw: parts }) as never, ...values);
      };
      const deleteMany = async (asked: object) => {
        await met();
        return ctx.db.passkey.deleteMany(asked);
      };
      return removePasskey(withTables(ctx, { $queryRaw, passkey: instead(ctx.db.passkey, { deleteMany }) }), input);
    });
    const ends = await both((at) => refusal(unguarded(actor, { passkeyId: passkeys[at]! })));
    expect([ends, await left(id)]).toEqual([['done', 'done'], 0]);
  });
});
