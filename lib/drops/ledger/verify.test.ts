import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { addUnits, carryUnits, keepClaim, releaseClaim, retakeUnit } from '@/lib/drops/commands';
import { settleBatch } from '@/lib/drops/sql';
import { arrivals, makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';

import { getLedger } from '../queries/get-ledger';
import { hashOf, refOf, verifyLedger, type LedgerBook, type LedgerRow, type Verdict } from './verify';

type Ledger = { books: LedgerBook[]; rows: LedgerRow[] };

let slug = '';
let claimId = '';
let ledger: Ledger;

// Every kind of movement, by the commands that make them.
beforeAll(async () => {
  const now = clock();
  const drop = await makeDrop({ units: [5, 3], opensAt: after(now, -hour), closesAt: after(now, -minute) });
  slug = drop.slug;
  const at = after(now, -30 * minute);
  const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(...(await makeFans(4))), at);
  const [kept, lost, late, refunded] = settled.map((each) => each.claimId!);
  claimId = kept!;
  for (const each of [kept, refunded]) await transact(keepClaim)(system, { claimId: each! }, { now: at });
  for (const each of [lost, late])
    await transact(releaseClaim)(system, { claimId: each!, cause: 'EXPIRED' }, { now: at });
  await transact(retakeUnit)(system, { claimId: late! }, { now: at });
  await transact(releaseClaim)(system, { claimId: refunded!, cause: 'REFUNDED' }, { now: at });
  await transact(addUnits)(
    await makeOperator(),
    { dropId: drop.id, allotmentId: drop.allotmentIds[1]!, units: 2, reason: 'Two more were found' },
    { now: at },
  );
  await settleBatch(drop.allotmentIds[1]!, arrivals(...(await makeFans(2))), at);
  await db.wave.create({
    data: { dropId: drop.id, number: 2, opensAt: after(now, hour), closesAt: after(now, 2 * hour) },
  });
  await inTransaction(system, (ctx) => carryUnits(ctx, { dropId: drop.id }), { now });
  ledger = (await getLedger({ db }, { slug, limit: 5_000 }))!;
});

const copy = (): Ledger => structuredClone(ledger);
const book = ({ books }: Ledger, wave = 1) =>
  books.filter((each) => each.wave === wave).toSorted((a, b) => b.rows - a.rows)[0]!;
const rowsIn = ({ rows }: Ledger, { allotmentId }: LedgerBook) => rows.filter((row) => row.allotmentId === allotmentId);
const check = ({ books, rows }: Ledger) => verifyLedger(books, rows);

/** What a forger does who knows the rule: all later hashes of the book again, and its head. */
async function rehash(ledger: Ledger, { allotmentId }: LedgerBook): Promise<Ledger> {
  const own = ledger.books.find((each) => each.allotmentId === allotmentId)!;
  let before = allotmentId;
  for (const row of rowsIn(ledger, own)) before = row.hash = await hashOf(before, row);
  own.head = before;
  return ledger;
}

describe('a true ledger', () => {
  it('agrees, with every kind of movement in it', async () => {
    expect(new Set(ledger.rows.map(({ kind }) => kind)).size).toBe(8);
    expect(await check(ledger)).toEqual({ agrees: true, rows: ledger.rows.length, books: 4 } satisfies Verdict);
  });

  it('is the same in pages of any size', async () => {
    for (const limit of [1, 3, 7]) {
      const rows: LedgerRow[] = [];
      for (let next: string | null | undefined; next !== null;) {
        const [allotmentId = '', seq = '0']: string[] = next?.split('.') ?? [];
        const page = (await getLedger(
          { db },
          { slug, limit, after: next ? { allotmentId, seq: Number(seq) } : undefined },
        ))!;
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        rows.push(...page.rows);
        next = page.next;
      }
      expect(rows).toEqual(ledger.rows);
    }
  });

  it('names a claim by what only its holder can reckon', async () => {
    const ref = await refOf(claimId);
    expect(ledger.rows.filter((row) => row.ref === ref).map(({ kind }) => kind)).toEqual(['CLAIMED', 'PAID']);
    expect(JSON.stringify(ledger)).not.toContain(claimId);
  });

  it('is ledger of announced drops only', async () => {
    const planned = await makeDrop({ announced: false });
    expect(await getLedger({ db }, { slug: planned.slug, limit: 10 })).toBeNull();
  });
});

describe('a ledger that was tampered with is found out', () => {
  const first = () => {
    const ledger = copy();
    const own = book(ledger);
    return { ledger, own, rows: rowsIn(ledger, own) };
  };

  it('by a changed delta', async () => {
    const { ledger, own, rows } = first();
    rows[0]!.delta += 1;
    expect(await check(ledger)).toEqual({ agrees: false, fault: 'hash', allotmentId: own.allotmentId, seq: 1 });
    expect(await check(await rehash(ledger, own))).toMatchObject({
      agrees: false,
      fault: 'sum',
      allotmentId: own.allotmentId,
    });
  });

  it('by a changed time', async () => {
    const { ledger, own, rows } = first();
    rows[2]!.at -= 1;
    expect(await check(ledger)).toEqual({ agrees: false, fault: 'hash', allotmentId: own.allotmentId, seq: 3 });
  });

  it('by another claim put in its place', async () => {
    const { ledger, own, rows } = first();
    rows[1]!.ref = 'f'.repeat(16);
    expect(await check(ledger)).toEqual({ agrees: false, fault: 'hash', allotmentId: own.allotmentId, seq: 2 });
    expect(await check(await rehash(ledger, own))).toMatchObject({
      agrees: false,
      fault: 'nobody',
      allotmentId: own.allotmentId,
    });
  });

  it('by a removed row', async () => {
    const { ledger, own, rows } = first();
    ledger.rows.splice(ledger.rows.indexOf(rows[3]!), 1);
    expect(await check(ledger)).toEqual({ agrees: false, fault: 'number', allotmentId: own.allotmentId, seq: 5 });
  });

  it('by a removed last row', async () => {
    const { ledger, own, rows } = first();
    ledger.rows.splice(ledger.rows.indexOf(rows.at(-1)!), 1);
    expect(await check(ledger)).toMatchObject({ agrees: false, fault: 'short', allotmentId: own.allotmentId });
    own.rows -= 1;
    expect(await check(ledger)).toMatchObject({ agrees: false, fault: 'head', allotmentId: own.allotmentId });
  });

  it('by swapped rows', async () => {
    const { ledger, own, rows } = first();
    const [a, b] = [ledger.rows.indexOf(rows[1]!), ledger.rows.indexOf(rows[2]!)];
    [ledger.rows[a], ledger.rows[b]] = [rows[2]!, rows[1]!];
    expect(await check(ledger)).toEqual({ agrees: false, fault: 'number', allotmentId: own.allotmentId, seq: 3 });
    [rows[1]!.seq, rows[2]!.seq] = [rows[2]!.seq, rows[1]!.seq];
    expect(await check(ledger)).toEqual({ agrees: false, fault: 'hash', allotmentId: own.allotmentId, seq: 2 });
  });

  it('by a forged head', async () => {
    const { ledger, own } = first();
    own.head = '0'.repeat(64);
    expect(await check(ledger)).toMatchObject({ agrees: false, fault: 'head', allotmentId: own.allotmentId });
  });

  it('by units that are said to be left, or were never ledger of', async () => {
    const { ledger, own } = first();
    own.remaining += 1;
    expect(await check(ledger)).toMatchObject({ agrees: false, fault: 'sum' });
    own.remaining -= 1;
    own.units += 1;
    expect(await check(ledger)).toMatchObject({ agrees: false, fault: 'sum' });
  });

  it('by a unit given twice under one claim, though every hash was made again', async () => {
    const { ledger, own, rows } = first();
    const claimed = rows.filter(({ kind }) => kind === 'CLAIMED');
    claimed[1]!.ref = claimed[0]!.ref;
    expect(await check(await rehash(ledger, own))).toMatchObject({
      agrees: false,
      fault: 'twice',
      allotmentId: own.allotmentId,
    });
  });

  it('by more units claimed than there were, though every hash was made again', async () => {
    const { ledger, own, rows } = first();
    rows[0]!.delta = 1;
    expect(await check(await rehash(ledger, own))).toMatchObject({
      agrees: false,
      fault: 'overdrawn',
      allotmentId: own.allotmentId,
      seq: 3,
    });
  });

  it('by a movement that does what its kind does not, though every hash was made again', async () => {
    const { ledger, own, rows } = first();
    rows.find(({ kind }) => kind === 'RELEASED')!.delta = 2;
    expect(await check(await rehash(ledger, own))).toMatchObject({
      agrees: false,
      fault: 'delta',
      allotmentId: own.allotmentId,
    });
  });

  it('by units that came from nowhere into the next wave, though every hash was made again', async () => {
    const ledger = copy();
    const own = book(ledger, 2);
    const [row] = rowsIn(ledger, own);
    row!.delta += 3;
    [own.units, own.remaining] = [own.units + 3, own.remaining + 3];
    expect(await check(await rehash(ledger, own))).toMatchObject({ agrees: false, fault: 'carried' });
  });

  it('by a book that nobody announced', async () => {
    const ledger = copy();
    ledger.books = ledger.books.slice(1);
    expect(await check(ledger)).toMatchObject({ agrees: false, fault: 'stranger' });
  });
});
