import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { clock } from '@/lib/core/time';
import { verifyLedger } from '../ledger/verify';
import type { LedgerPage } from '../queries/get-ledger';
import { settleBatch } from '../sql';
import { arrivals, makeDrop, makeFans } from '@/tests/support/drop-factories';

import { dropLedgerEndpoint } from './ledger';

const ask = async (slug: string, after?: string, ip = '10.2.3.4') => {
  const { status, body } = await dropLedgerEndpoint.answer({
    params: { slug },
    query: new URLSearchParams(after ? { after } : {}),
    ip,
    actor: async () => guest,
    body: async () => undefined,
  });
  return { status, body: body as LedgerPage & { error?: string; now: number } };
};

describe('the ledger endpoint', () => {
  it('tells the whole ledger of a running drop to anyone, names nobody, and is good enough to reckon again', async () => {
    const drop = await makeDrop({ units: [3] });
    const fans = await makeFans(2);
    const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(...fans), clock());
    const { status, body } = await ask(drop.slug);
    expect(status).toBe(200);
    expect(await verifyLedger(body.books, body.rows)).toEqual({ agrees: true, rows: 3, books: 1 });
    expect(body).toMatchObject({ slug: drop.slug, next: null });
    expect(body.books[0]).toMatchObject({
      allotmentId: drop.allotmentIds[0],
      variantId: drop.variantIds[0],
      channel: 'PUBLIC',
      wave: 1,
      units: 3,
      remaining: 1,
      rows: 3,
    });
    expect(Object.keys(body.rows[0]!).toSorted()).toEqual(['allotmentId', 'at', 'delta', 'hash', 'kind', 'ref', 'seq']);
    const text = JSON.stringify(body);
    for (const secret of [...fans.flatMap(({ id, handle }) => [id, handle]), ...settled.map(({ claimId }) => claimId!)])
      expect(text).not.toContain(secret);
  });

  it('goes on after a place', async () => {
    const drop = await makeDrop({ units: [2, 2] });
    const all = (await ask(drop.slug)).body.rows;
    const [first, second] = all;
    expect((await ask(drop.slug, `${first!.allotmentId}.${first!.seq}`)).body.rows).toEqual([second]);
    expect((await ask(drop.slug, `${second!.allotmentId}.${second!.seq}`)).body).toMatchObject({
      rows: [],
      next: null,
    });
  });

  it('knows announced drops only, reads places only, and tires of one address', async () => {
    const planned = await makeDrop({ announced: false });
    expect(await ask(planned.slug)).toMatchObject({ status: 404, body: { error: 'not-found' } });
    expect(await ask(planned.slug, 'x.1')).toMatchObject({ status: 400, body: { error: 'invalid' } });
    const statuses: number[] = [];
    for (let time = 0; time < 482; time += 1) statuses.push((await ask(planned.slug, 'x.1', '10.9.9.9')).status);
    expect(statuses[0]).toBe(400);
    expect(statuses).toContain(429);
  });
});
