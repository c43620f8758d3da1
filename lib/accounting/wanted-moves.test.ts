/** What is booked of an order: worked values, and under random schedules the books say what the rows do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wantedMoves, type BookedMove, type MoneyBack, type MoneyDisputed, type OrderMoney } from './wanted-moves';

const at = new Date('2026-11-30T12:00:00Z');
const order = (more: Partial<OrderMoney> = {}): OrderMoney => ({
  ...{ id: 'o1', market: 1, currency: 'EUR', country: 'DE', taxPpm: 190_000, paidAt: at },
  ...{ goodsMinor: 10_000, shippingMinor: 420, taxMinor: 1_980, totalMinor: 12_400, disputed: [] },
  came: [{ id: 'p1', provider: 'stripe', amountMinor: 12_400, currency: 'EUR', surplus: false, at }],
  back: [],
  ...more,
});
const refund = (id: string, amountMinor: number, more: Partial<MoneyBack> = {}): MoneyBack => ({
  ...{ id, paymentId: 'p1', amountMinor, state: 'DONE', at },
  ...more,
});

type Balances = Record<string, number>;
function balances(moves: readonly BookedMove[]): Balances {
  const sums: Balances = {};
  for (const { fromAccount, toAccount, amountMinor } of moves) {
    sums[fromAccount] = (sums[fromAccount] ?? 0) - amountMinor;
    sums[toAccount] = (sums[toAccount] ?? 0) + amountMinor;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
const lines = (moves: readonly BookedMove[]) =>
  moves.map(({ fromAccount, toAccount, amountMinor }) => `${fromAccount} ${toAccount} ${amountMinor}`);

describe('an order', () => {
  it('that was paid books what was sold, its tax and what came, once', () => {
    const moves = wantedMoves(order(), []);
    expect(lines(moves)).toEqual([
      'SALES BUYERS 10000',
      'SHIPPING BUYERS 420',
      'TAX BUYERS 1980',
      'BUYERS GATEWAY 12400',
    ]);
    expect(balances(moves)).toEqual({ SALES: -10_000, SHIPPING: -420, TAX: -1_980, GATEWAY: 12_400 });
    expect(wantedMoves(order(), moves)).toEqual([]);
  });

  it('given back in parts takes the sale and its tax back to the last cent', () => {
    const back = [refund('r1', 3_333), refund('r2', 3_333), refund('r3', 5_734)];
    const moves = wantedMoves(order({ back }), []);
    expect(lines(moves.filter(({ cause }) => cause === 'CREDIT'))).toEqual([
      'BUYERS TAKEN_BACK 2801',
      'BUYERS TAX 532',
      'BUYERS TAKEN_BACK 2801',
      'BUYERS TAX 532',
      'BUYERS TAKEN_BACK 4818',
      'BUYERS TAX 916',
    ]);
    expect(balances(moves)).toEqual({ SALES: -10_000, SHIPPING: -420, TAKEN_BACK: 10_420 });
  });

  it('whose refund its bank failed has its sale again, and the next refund takes the same', () => {
    const done = wantedMoves(order({ back: [refund('r1', 4_000)] }), []);
    const failed = order({ back: [refund('r1', 4_000, { state: 'FAILED' })] });
    const undone = wantedMoves(failed, done);
    expect(balances([...done, ...undone])).toEqual(balances(wantedMoves(order(), [])));
    expect(wantedMoves(failed, [])).toHaveLength(4);
    const again = wantedMoves(order({ back: [...failed.back, refund('r2', 4_000)] }), [...done, ...undone]);
    expect(lines(again)).toEqual(['GATEWAY BUYERS 4000', 'BUYERS TAKEN_BACK 3361', 'BUYERS TAX 639']);
  });

  it('paid twice, or too late, owes the money until it is back, and sells nothing by it', () => {
    const late = { id: 'p2', provider: 'stripe', amountMinor: 12_400, currency: 'EUR', surplus: true, at };
    const moves = wantedMoves(order({ paidAt: null, came: [late] }), []);
    expect(balances(moves)).toEqual({ BUYERS: -12_400, GATEWAY: 12_400 });
    const back = [refund('r1', 12_400, { paymentId: 'p2' })];
    expect(balances([...moves, ...wantedMoves(order({ paidAt: null, came: [late], back }), moves)])).toEqual({});
  });

  it('that is disputed has its money with the bank until it is decided, also where the bank thinks again', () => {
    const dispute = (state: MoneyDisputed['state']): MoneyDisputed => ({
      ...{
        ref: 'd1',
        paymentId: 'p1',
        amountMinor: 12_400,
        state,
        openedAt: at,
        closedAt: state === 'OPEN' ? null : at,
      },
    });
    let moves = wantedMoves(order(), []);
    const next = (state: MoneyDisputed['state']) => {
      moves = [...moves, ...wantedMoves(order({ disputed: [dispute(state)] }), moves)];
      const { GATEWAY, DISPUTED, LOST } = balances(moves);
      return { GATEWAY, DISPUTED, LOST };
    };
    expect(next('OPEN')).toEqual({ DISPUTED: 12_400 });
    expect(next('LOST')).toEqual({ LOST: 12_400 });
    expect(next('WON')).toEqual({ GATEWAY: 12_400 });
    expect(wantedMoves(order({ disputed: [dispute('WON')] }), moves)).toEqual([]);
  });
});

describe('whatever happens in whatever order, however often it is booked meanwhile', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('refund' as const), share: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ kind: fc.constant('fail' as const), which: fc.nat({ max: 5 }) }),
    fc.record({ kind: fc.constant('surplus' as const), amount: fc.integer({ min: 1, max: 9_999_999 }) }),
    fc.record({
      ...{
        kind: fc.constant('dispute' as const),
        ref: fc.constantFrom('d1', 'd2'),
        amount: fc.integer({ min: 1, max: 10 ** 6 }),
      },
      state: fc.constantFrom('OPEN' as const, 'WON' as const, 'LOST' as const),
    }),
    fc.record({ kind: fc.constant('book' as const) }),
  );
  const priced = fc
    .record({ goods: fc.nat({ max: 10 ** 9 }), shipping: fc.nat({ max: 10 ** 6 }), ppm: fc.nat({ max: 270_000 }) })
    .map(({ goods, shipping, ppm }) => ({
      ...{ goods, shipping, tax: Math.round(((goods + shipping) * ppm) / 1_000_000) },
    }));

  it('the accounts come to what the rows say, and every refund of all of it leaves nothing sold or taxed', () => {
    fc.assert(
      fc.property(priced, fc.array(act, { maxLength: 14 }), ({ goods, shipping, tax }, acts) => {
        const total = goods + shipping + tax;
        const sums = { goodsMinor: goods, shippingMinor: shipping, taxMinor: tax, totalMinor: total };
        const came = [{ id: 'p1', provider: 'stripe', amountMinor: total, currency: 'EUR', surplus: false, at }];
        let back: MoneyBack[] = [];
        let booked: BookedMove[] = [];
        let disputed: MoneyDisputed[] = [];
        const lies = (state: MoneyDisputed['state']) =>
          disputed.reduce((sum, each) => (each.state === state ? sum + each.amountMinor : sum), 0);
        const gone = () =>
          back.reduce(
            (sum, each) => (each.state === 'DONE' && each.paymentId === 'p1' ? sum + each.amountMinor : sum),
            0,
          );
        const book = () => (booked = [...booked, ...wantedMoves(order({ ...sums, came, back, disputed }), booked)]);
        acts.forEach((each, place) => {
          if (each.kind === 'book') book();
          if (each.kind === 'refund') {
            const part = Math.ceil(((total - gone()) * each.share) / 100);
            if (part > 0) back.push(refund(`r${place}`, part));
          }
          if (each.kind === 'fail')
            back = back.map((one, at) => (at === each.which ? { ...one, state: 'FAILED' as const } : one));
          if (each.kind === 'dispute') {
            const { ref, state, amount: amountMinor } = each;
            const closedAt = state === 'OPEN' ? null : at;
            disputed = [
              ...disputed.filter((one) => one.ref !== ref),
              { ref, state, amountMinor, paymentId: 'p1', openedAt: at, closedAt },
            ];
          }
          if (each.kind === 'surplus')
            came.push({ ...came[0]!, id: `p${place}x`, amountMinor: each.amount, surplus: true });
        });
        book();
        const {
          BUYERS = 0,
          GATEWAY = 0,
          SALES = 0,
          SHIPPING = 0,
          TAX = 0,
          TAKEN_BACK = 0,
          DISPUTED = 0,
          LOST = 0,
        } = balances(booked);
        expect([DISPUTED, LOST]).toEqual([lies('OPEN'), lies('LOST')]);
        const surplus = came.reduce((sum, each) => (each.surplus ? sum + each.amountMinor : sum), 0);
        expect([GATEWAY, BUYERS, SALES, SHIPPING]).toEqual([
          total + surplus - gone() - DISPUTED - LOST,
          0 - surplus,
          0 - goods,
          0 - shipping,
        ]);
        expect(TAX + TAKEN_BACK).toBe(gone() - tax);
        if (gone() === total) expect([TAX + 0, TAKEN_BACK]).toEqual([0, goods + shipping]);
        expect(wantedMoves(order({ ...sums, came, back, disputed }), booked)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
