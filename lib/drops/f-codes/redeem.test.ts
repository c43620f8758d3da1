import { afterEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, minute, moveClock } from '@/lib/core/time';
import { refusal } from '@/tests/support/refusal';
import { arrivals, booksOf, holdBack, makeCode, makeDrop, makeFans } from '@/tests/support/drop-factories';
import { issue, many, redeem, settledOf, stage } from '@/tests/support/f-codes';
import { meeting } from '@/tests/support/meeting';

import { cancelDrop, keepClaim, redeemFCode, revokeFCode } from '../commands';
import { settleOne } from '../sql';
import { digestOf, makeFCode } from './code';

afterEach(() => moveClock(0));

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
    const met = meeting();
    const naively = (fan: SignedIn) =>
      inTransaction(fan, async (ctx) => {
        const code = await ctx.db.fCode.findUniqueOrThrow({ where: { id } });
        await met();
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
