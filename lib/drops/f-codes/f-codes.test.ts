import { afterEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute, moveClock } from '@/lib/core/time';
import { refusal } from '@/tests/support/refusal';
import {
  arrivals,
  booksOf,
  holdBack,
  makeCode,
  makeDrop,
  makeFans,
  makeOperator,
  type MadeDrop,
} from '@/tests/support/drop-factories';

import {
  cancelDrop,
  claimUnit,
  giveFCodes,
  issueFCodes,
  keepClaim,
  redeemFCode,
  releaseClaim,
  retakeUnit,
  revokeFCode,
} from '../commands';
import { settleOne } from '../sql';
import { digestOf, makeFCode } from './code';

afterEach(() => moveClock(0));

const terms = (drop: MadeDrop, more: object = {}) => ({
  dropId: drop.id,
  source: 'STAFF' as const,
  note: '',
  expiresAt: after(clock(), hour),
  count: 1,
  ...more,
});
const issue = (operator: SignedIn, drop: MadeDrop, more: object = {}) =>
  transact(issueFCodes)(operator, terms(drop, more));
const redeem = (fan: SignedIn, drop: MadeDrop, code: string, variant = 0) =>
  transact(redeemFCode)(fan, { dropId: drop.id, variantId: drop.variantIds[variant]!, code });
const expire = (claimId: string) => transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });
const settledOf = <T>(tries: Promise<T>[]) =>
  Promise.all(
    tries.map((each) =>
      each.then(
        (value) => value,
        (error: { code?: string }) => error.code ?? 'bug',
      ),
    ),
  );
const many = <T>(count: number, run: (at: number) => Promise<T>) => Array.from({ length: count }, (_, at) => run(at));

async function stage(units = 5) {
  const drop = await makeDrop({ units: [20, 20] });
  return { drop, held: await holdBack(drop, units), operator: await makeOperator() };
}

describe('an F-code', () => {
  it('works once, though fifty members try it at the same time', async () => {
    const { drop, held } = await stage();
    const { code } = await makeCode(drop);
    const answers = await settledOf((await makeFans(50)).map((fan) => redeem(fan, drop, code)));
    expect(answers.filter((each) => typeof each === 'object')).toHaveLength(1);
    expect(answers.filter((each) => each === 'f-code-used')).toHaveLength(49);
    expect(await booksOf(held)).toMatchObject({ units: 5, remaining: 4, live: 1, taken: 1, ledger: 4 });
  });

  it('works several times when its row is not locked (control)', async () => {
    const { drop, held } = await stage(50);
    const { id } = await makeCode(drop);
    const naively = (fan: SignedIn) =>
      inTransaction(fan, async (ctx) => {
        const code = await ctx.db.fCode.findUniqueOrThrow({ where: { id } });
        if (code.redeemedAt) return;
        const settled = await settleOne(ctx.db, held, arrivals(fan)[0]!, ctx.now);
        await ctx.db.fCode.update({
          where: { id },
          data: { redeemedAt: ctx.now, redeemedById: fan.id, claimId: settled!.claimId },
        });
      });
    await Promise.all((await makeFans(50)).map(naively));
    expect((await booksOf(held)).live).toBeGreaterThan(1);
  });

  it('answers its holder the same unit however often and for whatever variant they ask at once', async () => {
    const { drop, held } = await stage();
    const other = await holdBack(drop, 5, 1);
    const { code } = await makeCode(drop);
    const [fan] = await makeFans(1);
    const answers = await Promise.all(many(20, (at) => redeem(fan!, drop, code, at % 2)));
    expect(new Set(answers.map(({ claimId }) => claimId)).size).toBe(1);
    expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect((await booksOf(held)).live + (await booksOf(other)).live).toBe(1);
  });

  it('works for one of two variants only, whoever asks', async () => {
    const { drop, held } = await stage();
    const other = await holdBack(drop, 5, 1);
    const { code } = await makeCode(drop);
    const answers = await settledOf((await makeFans(20)).map((fan, at) => redeem(fan, drop, code, at % 2)));
    expect(answers.filter((each) => typeof each === 'object')).toHaveLength(1);
    expect((await booksOf(held)).live + (await booksOf(other)).live).toBe(1);
  });

  it('is kept as a digest only, and read however it was typed', async () => {
    const { drop, operator } = await stage();
    const { codes } = await issue(operator, drop, { count: 3, note: 'For the meeting' });
    expect(codes).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^F(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)));
    const bare = codes.map((code) => code.replaceAll('-', ''));
    const { rows } = await pool.query<{ text: string }>(
      `SELECT f::text AS text FROM "FCode" f UNION ALL SELECT a::text FROM "AuditEntry" a UNION ALL SELECT e::text FROM "Event" e`,
    );
    const kept = rows.map(({ text }) => text.toUpperCase()).join('\n');
    expect([...codes, ...bare, ...bare.map((code) => code.slice(1))].filter((code) => kept.includes(code))).toEqual([]);
    const typed = `  ${codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    expect(digestOf(typed)).toBe(digestOf(codes[0]!));
    expect([digestOf(''), digestOf('F-1234'), digestOf(`${codes[0]}X`)]).toEqual([null, null, null]);
  });

  it('is refused when it is unknown, somebody else’s, of another drop, out of date, or taken back', async () => {
    const { drop, operator } = await stage();
    const [fan, holder] = await makeFans(2);
    const bound = await makeCode(drop, { boundTo: holder! });
    const past = await makeCode(drop, { expiresAt: after(clock(), -1) });
    const revoked = await makeCode(drop);
    const elsewhere = await makeCode(await makeDrop());
    await transact(revokeFCode)(operator, { dropId: drop.id, codeId: revoked.id });
    const answers = [makeFCode(), 'nonsense', bound.code, elsewhere.code, past.code, revoked.code].map((code) =>
      refusal(redeem(fan!, drop, code)),
    );
    expect(await Promise.all(answers)).toEqual([
      'f-code-unknown',
      'f-code-unknown',
      'f-code-unknown',
      'f-code-unknown',
      'f-code-expired',
      'f-code-revoked',
    ]);
    expect(
      await refusal(transact(redeemFCode)(fan!, { dropId: drop.id, variantId: drop.variantIds[0]!, codeId: bound.id })),
    ).toBe('f-code-unknown');
    const giftable = await makeCode(drop);
    expect(
      await refusal(
        transact(redeemFCode)(fan!, { dropId: drop.id, variantId: drop.variantIds[0]!, codeId: giftable.id }),
      ),
    ).toBe('f-code-unknown');
    expect(
      await transact(redeemFCode)(holder!, { dropId: drop.id, variantId: drop.variantIds[0]!, codeId: bound.id }),
    ).toMatchObject({ fresh: true });
    expect(await refusal(transact(revokeFCode)(operator, { dropId: drop.id, codeId: bound.id }))).toBe('f-code-used');
  });

  it('stays unused when no unit comes of it', async () => {
    const { drop, operator } = await stage(1);
    const [first, second, third] = await makeFans(3);
    const [a, b] = [await makeCode(drop), await makeCode(drop)];
    await redeem(first!, drop, a.code);
    expect(await refusal(redeem(second!, drop, b.code))).toBe('sold-out');
    expect(await refusal(redeem(second!, drop, b.code, 1))).toBe('f-code-variant');
    const [claim] = [await settleOne(db, drop.allotmentIds[0]!, arrivals(third!)[0]!, clock())];
    expect(await redeem(third!, drop, b.code)).toEqual({
      fresh: false,
      claimId: claim!.claimId,
      variantId: drop.variantIds[0],
      heldUntil: claim!.heldUntil,
    });
    await transact(keepClaim)(system, { claimId: claim!.claimId! });
    expect(await refusal(redeem(third!, drop, b.code))).toBe('already-owned-limit');
    await db.wave.update({ where: { id: drop.waveId }, data: { pausedAt: clock() } });
    expect(await refusal(redeem(second!, drop, b.code))).toBe('paused');
    await transact(cancelDrop)(operator, { dropId: drop.id, reason: 'Called off' });
    expect(await refusal(redeem(second!, drop, b.code))).toBe('closed');
    expect(await db.fCode.findUniqueOrThrow({ where: { id: b.id } })).toMatchObject({
      redeemedAt: null,
      redeemedById: null,
      claimId: null,
    });
  });

  it('is refused before the wave opens and after it closed', async () => {
    const [early, late] = [
      await makeDrop({ opensAt: after(clock(), minute) }),
      await makeDrop({ closesAt: after(clock(), -1) }),
    ];
    const [fan] = await makeFans(1);
    for (const drop of [early, late]) await holdBack(drop, 1);
    const answers = [early, late].map(async (drop) => refusal(redeem(fan!, drop, (await makeCode(drop)).code)));
    expect(await Promise.all(answers)).toEqual(['not-open', 'closed']);
  });
});

describe('a hold that ran out', () => {
  it('frees its code and its unit once', async () => {
    const { drop, held } = await stage(1);
    const { id, code } = await makeCode(drop);
    const [first] = await makeFans(1);
    const { claimId } = await redeem(first!, drop, code);
    const freed = await Promise.all(many(8, () => expire(claimId)));
    expect(freed.filter(Boolean)).toHaveLength(1);
    expect(await db.fCode.findUniqueOrThrow({ where: { id } })).toMatchObject({ redeemedAt: null, redeemedById: null });
    expect(await booksOf(held)).toMatchObject({ remaining: 1, live: 0 });
    const again = await settledOf((await makeFans(20)).map((fan) => redeem(fan, drop, code)));
    expect(again.filter((each) => typeof each === 'object')).toHaveLength(1);
    expect(await booksOf(held)).toMatchObject({ remaining: 0, live: 1 });
  });

  it('leaves its code out of date when that ran out meanwhile; a refund leaves it used', async () => {
    const { drop } = await stage();
    const [a, b] = [await makeCode(drop, { expiresAt: after(clock(), minute) }), await makeCode(drop)];
    const [first, second] = await makeFans(2);
    await expire((await redeem(first!, drop, a.code)).claimId);
    const { claimId } = await redeem(second!, drop, b.code);
    await transact(keepClaim)(system, { claimId });
    await transact(releaseClaim)(system, { claimId, cause: 'REFUNDED' });
    moveClock(2 * minute);
    expect([await refusal(redeem(first!, drop, a.code)), await refusal(redeem(second!, drop, b.code))]).toEqual([
      'f-code-expired',
      'f-code-used',
    ]);
  });

  it('is taken up again by late money with its code, unless that was used again or another code would lose its unit', async () => {
    const { drop, held, operator } = await stage(1);
    const { id, code } = await makeCode(drop, { expiresAt: after(clock(), minute) });
    const [first, second] = await makeFans(2);
    const { claimId } = await redeem(first!, drop, code);
    await expire(claimId);
    expect(await transact(retakeUnit)(system, { claimId })).toBe(true);
    expect(await refusal(redeem(second!, drop, code))).toBe('f-code-used');
    await transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });
    moveClock(2 * minute);
    await issue(operator, drop);
    expect(await transact(retakeUnit)(system, { claimId })).toBe(false);
    expect(await db.fCode.findUniqueOrThrow({ where: { id } })).toMatchObject({ redeemedAt: null });
    expect(await booksOf(held)).toMatchObject({ remaining: 1, live: 0 });
  });

  it('goes either to late money or to the next who has the code, never to both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { drop, held } = await stage(3);
      const { code } = await makeCode(drop);
      const [first, second] = await makeFans(2);
      const { claimId } = await redeem(first!, drop, code);
      await expire(claimId);
      const answers = await settledOf<unknown>([
        transact(retakeUnit)(system, { claimId }),
        redeem(second!, drop, code),
      ]);
      expect([
        [true, 'f-code-used'],
        [false, expect.objectContaining({ fresh: true })],
      ]).toContainEqual(answers);
      expect(await booksOf(held)).toMatchObject({ remaining: 2, live: 1 });
    }
  });
});

describe('the pool', () => {
  it('is not for claims without a code', async () => {
    const drop = await makeDrop({ units: [0] });
    const held = await holdBack(drop, 3);
    expect(
      await refusal(transact(claimUnit)((await makeFans(1))[0]!, { dropId: drop.id, variantId: drop.variantIds[0]! })),
    ).toBe('sold-out');
    expect(await booksOf(held)).toMatchObject({ remaining: 3, live: 0 });
  });

  it('is never exceeded by members of staff who issue at the same time', async () => {
    const { drop, operator } = await stage(10);
    const answers = await settledOf(many(12, () => issue(operator, drop, { count: 2 })));
    expect(answers.filter((each) => typeof each === 'object')).toHaveLength(5);
    expect(answers.filter((each) => each === 'f-code-pool')).toHaveLength(7);
    expect(await db.fCode.count({ where: { dropId: drop.id } })).toBe(10);
  });

  it('is exceeded when its stock rows are not locked (control)', async () => {
    const { drop } = await stage(10);
    const naively = async () => {
      const out = await db.fCode.count({ where: { dropId: drop.id } });
      if (out + 2 <= 10) await Promise.all([makeCode(drop), makeCode(drop)]);
    };
    await Promise.all(many(12, naively));
    expect(await db.fCode.count({ where: { dropId: drop.id } })).toBeGreaterThan(10);
  });

  it('counts what can be used and what was, not what ran out, was taken back, or came back as money', async () => {
    const { drop, operator } = await stage(3);
    const fans = await makeFans(2);
    const { codes } = await issue(operator, drop, { count: 3 });
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    const { claimId } = await redeem(fans[0]!, drop, codes[0]!);
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    await expire(claimId);
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    const { id } = await db.fCode.findFirstOrThrow({ where: { dropId: drop.id, digest: digestOf(codes[1]!)! } });
    await transact(revokeFCode)(operator, { dropId: drop.id, codeId: id });
    expect(await refusal(issue(operator, drop, { count: 2 }))).toBe('f-code-pool');
    await issue(operator, drop);
    const paid = await redeem(fans[1]!, drop, codes[2]!);
    await transact(keepClaim)(system, { claimId: paid.claimId });
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    await transact(releaseClaim)(system, { claimId: paid.claimId, cause: 'REFUNDED' });
    await issue(operator, drop);
    moveClock(2 * hour);
    await db.wave.update({ where: { id: drop.waveId }, data: { closesAt: after(clock(), hour) } });
    expect((await issue(operator, drop, { count: 3, expiresAt: after(clock(), hour) })).codes).toHaveLength(3);
  });

  it('gives a member one code of their own, though staff press twice at once, and refuses what cannot be', async () => {
    const { drop, operator } = await stage(5);
    const fans = await makeFans(4);
    const gift = {
      dropId: drop.id,
      source: 'IDEA' as const,
      note: '',
      expiresAt: after(clock(), hour),
      memberIds: fans.map(({ id }) => id),
    };
    const given = await Promise.all(many(5, () => transact(giveFCodes)(operator, gift)));
    expect(given.reduce((sum, each) => sum + each.given, 0)).toBe(4);
    expect(
      await db.event.count({ where: { name: 'fCode.issued', payload: { path: ['dropId'], equals: drop.id } } }),
    ).toBe(4);
    const refused = [
      { handle: fans[0]!.handle, count: 2 },
      { handle: 'nobody-here' },
      { expiresAt: after(clock(), -1) },
      { count: 2 },
    ];
    expect(await Promise.all(refused.map((each) => refusal(issue(operator, drop, each))))).toEqual([
      'f-code-bound-one',
      'f-code-no-member',
      'f-code-expiry',
      'f-code-pool',
    ]);
    const planned = await makeDrop({ announced: false });
    await holdBack(planned, 1);
    expect(await refusal(issue(operator, planned, { handle: fans[0]!.handle }))).toBe('f-code-not-announced');
    expect((await issue(operator, planned)).codes).toHaveLength(1);
  });
});
