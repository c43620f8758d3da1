import { describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { after, clock, hour, second } from '@/lib/core/time';
import { paymentProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { deliver, makeOrder, runJobs, standOf, waitingNotices } from '@/tests/support/order-factories';
import { paid } from '@/tests/support/settlements';

import { askGateway } from './ask-gateway';
import { settlePayment } from './settle-payment';

describe('a payment', () => {
  it('settles by its webhook and is confirmed by one mail', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
    const [mail, ...more] = await db.mail.findMany({ where: { memberId: ordered.buyer.id, kind: 'order.paid' } });
    expect(more).toEqual([]);
    for (const part of [
      'Mill Lane\nLeeds\nLS1 4AP\nUnited Kingdom',
      '1 × Open earphones · Colour 0: $129.00',
      'Shipping: $12.00',
      'Total: $141.00',
      'Tax included: $23.50',
      ordered.placed.number,
      'UTC',
      'Sold by Foxtail Audio Ltd., 18 Millrace Yard',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.html).toContain('Leeds<br>LS1 4AP');
    // What is told in the app is kept for long, and needs no address.
    const sent = await db.notification.findFirstOrThrow({ where: { memberId: ordered.buyer.id, kind: 'order.paid' } });
    expect(JSON.stringify(sent.data)).not.toContain('Mill Lane');
  });

  it('made twice at the same instant leads back to the store both times, and is taken once', async () => {
    const ordered = await makeOrder();
    const answers = await Promise.all([1, 2, 3].map(() => payDemo(ordered.sessionId, 'success')));
    expect(answers.map((each) => each?.next)).toEqual(['store', 'store', 'store']);
    expect((await waitingNotices()).filter((body) => body.includes(ordered.sessionId))).toHaveLength(1);
  });

  it('settles by asking when the webhook is lost', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    const payment = await db.payment.findFirstOrThrow({ where: { sessionId: ordered.sessionId } });
    expect(await askGateway(payment.id)).toBe('paid');
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('is not changed by repeated, reordered and parallel webhooks', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'duplicate');
    const bodies = await waitingNotices();
    expect(bodies.length).toBe(5);
    await Promise.all([...bodies, ...bodies].reverse().map(deliver));
    await runJobs();
    const stand = await standOf(ordered.claimId);
    expect(stand).toMatchObject(paid);
    expect(stand.steps.filter((kind) => kind === 'PAID')).toHaveLength(1);
    expect(
      await db.event.count({
        where: {
          name: 'order.paid',
          payload: {
            path: ['orderId'],
            equals: (await db.order.findFirstOrThrow({ where: { claimId: ordered.claimId } })).id,
          },
        },
      }),
    ).toBe(1);
  });

  it('of another amount or currency is never settled, and staff are told once', async () => {
    for (const wrong of [{ amountMinor: 1 }, { amountMinor: 3_000_000_000 }, { currency: 'JPY' }]) {
      const ordered = await makeOrder();
      const { status: _status, url: _url, ...session } = await paymentProvider('demo').getSession(ordered.sessionId);
      const news = { provider: 'demo', status: 'paid' as const, session: { ...session, paymentRef: 'dp_x', ...wrong } };
      expect([await settlePayment(news), await settlePayment(news)]).toEqual(['mismatch', 'mismatch']);
      expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'HELD', order: 'PENDING', payments: ['REVIEW'] });
      const order = await db.order.findFirstOrThrow({ where: { claimId: ordered.claimId } });
      expect(await db.auditEntry.count({ where: { act: 'payment.mismatch', subjectId: order.id } })).toBe(1);
    }
  });

  it('declined leaves the order open, and a second try pays it', async () => {
    const ordered = await makeOrder();
    expect((await payDemo(ordered.sessionId, 'decline'))?.next).toBe('declined');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      order: 'PENDING',
      steps: expect.arrayContaining(['PAYMENT_FAILED']),
    });
    await payDemo(ordered.sessionId, 'success');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('that settles some seconds later comes by webhook', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'async');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'PENDING' });
    await runJobs(after(clock(), 10 * second));
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('with a forged, aged or spoilt signature is not taken', async () => {
    const { receiveWebhook } = await import('./receive-webhook');
    const { signNotice } = await import('@/lib/outside/payments/demo/demo-notice');
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    const body = (await waitingNotices()).find((each) => each.includes(ordered.sessionId))!;
    const signatures = ['', 't=1,v1=00', signNotice(`${body} `, clock()), signNotice(body, after(clock(), -hour))];
    for (const signature of signatures)
      expect(await receiveWebhook('demo', body, new Headers({ 'millet-demo-signature': signature }))).toBe(false);
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'PENDING' });
    expect(
      await receiveWebhook('demo', body, new Headers({ 'millet-demo-signature': signNotice(body, clock()) })),
    ).toBe(true);
  });
});
