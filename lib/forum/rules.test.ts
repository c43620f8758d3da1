/** What rules admit, over all kinds of actor and rule: the same in TypeScript, as a filter, in SQL, and in what public lists ask. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { guest, isMember, type Actor, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Prisma } from '@/lib/core/prisma-client/client';
import { makeBoard, makeMember, makeOwner, makeProduct, makeThread } from '@/tests/support/forum-factories';
import { refusal } from '@/tests/support/refusal';

import { reply, startThread } from './commands';
import {
  isWithin,
  mayRead,
  mayWrite,
  readRuleWord,
  ruleWord,
  writersRead,
  type BoardRule,
  type Standing,
} from './rules';
import { ruledBoard } from './scopes';
import { mayReadThread, readerOf } from './visible-boards';

const words = {
  READ: ['EVERYONE', 'MEMBERS', 'MEMBERS:2', 'OWNERS', 'OWNERS:3', 'STAFF'],
  POST: ['READERS', 'READERS:3', 'OWNERS', 'OWNERS:2', 'STAFF', 'ROLE:SUPPORT'],
};
const rulesOfWords = (verb: BoardRule['verb'], from: string[]) =>
  fc
    .uniqueArray(fc.constantFrom(...from), { maxLength: 3, selector: (word) => word.split(':')[0] })
    .map((some) => some.map((word) => readRuleWord(verb, word)!));
const anyRules = fc
  .tuple(rulesOfWords('READ', words.READ), rulesOfWords('POST', words.POST), rulesOfWords('REPLY', words.POST))
  .map((each) => each.flat());

const people: [string, Actor][] = [['a guest', guest]];
const products: string[] = [];
let mod: SignedIn;

beforeAll(async () => {
  products.push((await makeProduct()).id, (await makeProduct()).id);
  for (const trust of [0, 2, 4])
    for (const owns of [null, ...products]) {
      const made = await makeMember({ trust });
      if (owns) await makeOwner(made, owns);
      people.push([`trust ${trust}, owns ${owns}`, made]);
    }
  for (const role of ['SUPPORT', 'MODERATOR'] as const) people.push([role, await makeMember({ roles: [role] })]);
  people.push(['suspended', { ...(await makeMember({ trust: 4 })), suspended: true }]);
  mod = await makeMember({ roles: ['MODERATOR'] });
});

const give = async (boardId: string, rules: BoardRule[], productId: string | null) => {
  await db.boardRule.deleteMany({ where: { boardId } });
  await db.board.update({ where: { id: boardId }, data: { productId } });
  await db.boardRule.createMany({ data: rules.map((rule) => ({ ...rule, boardId })) });
};

const readsBySql = async (threadId: string, memberId: string) =>
  (
    await db.$queryRaw<{ may: boolean }[]>`
      SELECT (${mayReadThread(Prisma.sql`${memberId}::uuid`)}) AS may
      FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE t."id" = ${threadId}::uuid`
  )[0]!.may;

it('reading is decided alike in TypeScript, as a filter, in SQL and for public lists', async () => {
  const board = await makeBoard();
  const thread = await makeThread(mod, board);
  const whose = fc.constantFrom(null, 0, 1).map((at) => (at === null ? null : products[at]!));
  await fc.assert(
    fc.asyncProperty(anyRules, whose, async (rules, productId) => {
      await give(board.id, rules, productId);
      const stands = await db.board.findUniqueOrThrow({
        where: { id: board.id },
        select: { ...ruledBoard, visibility: true },
      });
      for (const [who, actor] of people) {
        const { boards, ...standing } = await readerOf(reading(actor));
        const may = mayRead(standing, stands);
        const filtered = (await db.board.count({ where: { id: board.id, AND: boards } })) === 1;
        expect([who, filtered]).toEqual([who, may]);
        if (isMember(actor)) expect([who, await readsBySql(thread.id, actor.id)]).toEqual([who, may]);
        for (const verb of ['POST', 'REPLY'] as const)
          if (!may) expect([who, verb, mayWrite(standing, stands, verb)]).toEqual([who, verb, false]);
      }
      expect(stands.visibility === 'PUBLIC').toBe(mayRead({ actor: guest, owned: [] }, stands));
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('rules that are called within others admit nobody whom those refuse', () => {
  const owned = fc.constantFrom<string[]>([], ['p'], ['q'], ['p', 'q']);
  const product = fc.constantFrom(null, 'p', 'q');
  const fan = fc.record({ trust: fc.integer({ min: 0, max: 4 }), owned, staff: fc.boolean() });
  let within = 0;
  fc.assert(
    fc.property(anyRules, product, anyRules, product, fc.array(fan, { minLength: 12 }), (a, p, b, q, fans) => {
      const [inner, outer] = [
        { rules: a, productId: p },
        { rules: b, productId: q },
      ];
      const standings = fans.map((each): Standing => ({
        actor: { ...mod, trust: each.trust, roles: each.staff ? mod.roles : [] },
        owned: each.owned,
      }));
      const seen = standings.filter((standing) => mayRead(standing, inner));
      if (!isWithin(inner, outer)) return;
      within += 1;
      expect(seen.every((standing) => mayRead(standing, outer))).toBe(true);
      if (mayRead({ actor: guest, owned: [] }, inner)) expect(mayRead({ actor: guest, owned: [] }, outer)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(within).toBeGreaterThan(50);
});

it('words of a form stand for one rule each, and nothing else does', () => {
  for (const word of words.READ) expect(ruleWord(readRuleWord('READ', word)!)).toBe(word);
  for (const word of words.POST) expect(ruleWord(readRuleWord('POST', word)!)).toBe(word);
  for (const word of ['READERS', 'MEMBERS:5', 'STAFF:1', 'EVERYONE:2', 'ROLE:SUPPORT', '', 'MEMBERS:'])
    expect([word, readRuleWord('READ', word)?.trust ?? null]).toEqual([word, word === 'MEMBERS:' ? 0 : null]);
});

it('whoever writes could read: OWNERS write where members read, not where staff read', () => {
  const ruled = (reads: string, posts: string) => ({
    productId: null,
    rules: [readRuleWord('READ', reads)!, readRuleWord('POST', posts)!],
  });
  expect(writersRead(ruled('MEMBERS', 'OWNERS'))).toBe(true);
  expect(writersRead(ruled('STAFF', 'OWNERS'))).toBe(false);
  expect(writersRead(ruled('MEMBERS:2', 'OWNERS'))).toBe(false);
  expect(writersRead(ruled('STAFF', 'ROLE:SUPPORT'))).toBe(true);
});

describe('a board that owners read, where staff begin threads and owners reply', () => {
  it('takes from each what its rules say, and words say why not', async () => {
    const [productId] = products as [string];
    const board = await makeBoard({ productId });
    await give(
      board.id,
      [readRuleWord('READ', 'EVERYONE')!, readRuleWord('POST', 'STAFF')!, readRuleWord('REPLY', 'OWNERS')!],
      productId,
    );
    const [owner, other] = [await makeMember(), await makeMember()];
    await makeOwner(owner, productId);
    const start = (actor: Actor) =>
      refusal(
        transact(startThread)(actor, {
          board: board.slug,
          kind: 'DISCUSSION',
          title: 'A title long enough',
          body: 'x',
        }),
      );
    expect([await start(guest), await start(other), await start(owner), await start(mod)]).toEqual([
      'signed-out',
      'staff-write',
      'staff-write',
      'done',
    ]);
    const { number } = await db.thread.findFirstOrThrow({ where: { boardId: board.id } });
    const answer = (actor: Actor) => refusal(transact(reply)(actor, { thread: number, parent: 1, body: 'x' }));
    expect([await answer(other), await answer(owner), await answer(mod)]).toEqual(['owners-write', 'done', 'done']);
  });

  it('holds to what a row may say: PostgreSQL refuses a role that reads, a guest who writes, a trust asked of staff', async () => {
    const board = await makeBoard();
    const put = (data: object) => db.boardRule.create({ data: { boardId: board.id, ...data } as never });
    for (const wrong of [
      { verb: 'READ', who: 'ROLE', roleKey: 'SUPPORT' },
      { verb: 'POST', who: 'EVERYONE' },
      { verb: 'POST', who: 'STAFF', trust: 1 },
      { verb: 'POST', who: 'ROLE' },
      { verb: 'READ', who: 'MEMBERS', trust: 5 },
      { verb: 'READ', who: 'EVERYONE' },
    ])
      await expect(put(wrong)).rejects.toThrow();
    expect((await put({ verb: 'READ', who: 'MEMBERS', trust: 2 })).trust).toBe(2);
  });
});
