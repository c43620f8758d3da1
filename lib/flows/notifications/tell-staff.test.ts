import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute, second } from '@/lib/core/time';
import { removeStaffWebhook, saveStaffNotices, saveStaffWebhook } from '@/lib/notifications/commands';
import type { WebhookMessage } from '@/lib/notifications/jobs';
import { staffNoticesInput, staffWebhookInput } from '@/lib/notifications/schema';
import { getStaffNotices } from '@/lib/notifications/staff-settings';
import { countFailure, mostFailures, noteSent, secretOf } from '@/lib/notifications/staff-webhook';
import { createGuardedPost, type GuardedPost } from '@/lib/outside/fetch';
import { makeMember } from '@/tests/support/factories';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';
import { refusal } from '@/tests/support/refusal';

import { sendWebhook } from './send-webhook';
import { tellStaff } from './tell-staff';

const [saveNotices, saveWebhook, removeWebhook] = [
  transact(saveStaffNotices),
  transact(saveStaffWebhook),
  transact((ctx) => removeStaffWebhook(ctx)),
] as const;

let mod: SignedIn;
let ops: SignedIn;
let fan: SignedIn;
let start: Date;
beforeAll(async () => {
  [mod, ops, fan] = [
    await makeMember({ roles: ['MODERATOR'] }),
    await makeMember({ roles: ['OPERATIONS'] }),
    await makeMember(),
  ];
});
beforeEach(async () => {
  start = clock();
  for (const each of [db.notification, db.mail, db.staffDigest, db.staffNoticeChoice, db.staffWebhook, db.event])
    await (each as typeof db.event).deleteMany();
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await tellStaff(start);
});

const at = (ms: number) => after(start, ms);
const happens = (name: 'order.paid' | 'post.reported', times: number, ms: number) =>
  inTransaction(
    system,
    async (ctx) => {
      for (let one = 0; one < times; one += 1)
        await (name === 'order.paid' ? ctx.emit(name, { orderId: fan.id }) : ctx.record(name, { reportId: fan.id }));
    },
    { now: at(ms) },
  );
const told = async ({ id }: SignedIn) =>
  (await db.notification.findMany({ where: { memberId: id }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind, data }) => `${kind} ${(data as { count: number }).count}`,
  );
const queued = () =>
  db.$queryRaw<{ payload: WebhookMessage }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'sendStaffWebhook'`;

describe('staff are notified', () => {
  it('of what their permissions may see, once, gathered; a sold-out drop sends two notices in an hour', async () => {
    await happens('order.paid', 1, second);
    await happens('post.reported', 2, second);
    await tellStaff(at(20 * second));
    expect([await told(mod), await told(ops)]).toEqual([[], []]);
    await tellStaff(at(40 * second));
    await happens('order.paid', 500, 2 * minute);
    for (let passed = 3; passed < 59; passed += 4) await tellStaff(at(passed * minute));
    expect([await told(mod), await told(ops), await told(fan)]).toEqual([
      ['reports.filed 2'],
      ['orders.settled 1'],
      [],
    ]);
    await tellStaff(at(62 * minute));
    await tellStaff(at(63 * minute));
    expect(await told(ops)).toEqual(['orders.settled 1', 'orders.settled 500']);
  });

  it('by several workers at once only once; control: without the row held, each would count the same', async () => {
    await happens('order.paid', 3, second);
    await Promise.all([1, 2, 3, 4].map(() => tellStaff(at(minute))));
    expect(await told(ops)).toEqual(['orders.settled 3']);
    const seen = await Promise.all(
      [1, 2].map(() =>
        db.$transaction(async (tx) => {
          const { until } = await tx.staffDigest.findUniqueOrThrow({ where: { kind: 'reports' } });
          await new Promise((resolve) => setTimeout(resolve, 50));
          return +until;
        }),
      ),
    );
    expect(seen[0]).toBe(seen[1]);
  });

  it('of the other kinds where one fails, and of that one the next time', async () => {
    await happens('order.paid', 1, second);
    await happens('post.reported', 1, second);
    await db.$executeRaw`ALTER TABLE "StaffDigest" ADD CONSTRAINT "fails" CHECK ("kind" <> 'orders') NOT VALID`;
    await tellStaff(at(minute));
    await db.$executeRaw`ALTER TABLE "StaffDigest" DROP CONSTRAINT "fails"`;
    expect([await told(mod), await told(ops)]).toEqual([['reports.filed 1'], []]);
    await tellStaff(at(2 * minute));
    expect(await told(ops)).toEqual(['orders.settled 1']);
  });

  it('over the channels that they chose, of kinds that they may hear of only', async () => {
    const ticked = { 'orders.mail': 'on', 'orders.webhook': 'on', 'reports.app': 'on', 'jobs.app': 'on' } as const;
    await saveNotices(ops, staffNoticesInput.parse(ticked));
    await saveWebhook(ops, { address: 'https://chat.example/hook' });
    expect(await db.staffNoticeChoice.count({ where: { memberId: ops.id, kind: { in: ['reports', 'jobs'] } } })).toBe(
      0,
    );
    await happens('order.paid', 2, second);
    await happens('post.reported', 2, second);
    await tellStaff(at(minute));
    expect(await told(ops)).toEqual([]);
    const mails = await db.mail.findMany({ where: { memberId: ops.id }, select: { subject: true } });
    expect(mails).toEqual([{ subject: '2 orders were paid' }]);
    expect((await queued()).map(({ payload }) => [payload.kind, payload.count])).toEqual([['orders', 2]]);
    expect(staffNoticesInput.safeParse({ 'refunds.app': 'on' }).success).toBe(false);
    expect(await refusal(saveNotices(fan, { choices: {} }))).toBe('forbidden');
  });
});

describe('a webhook', () => {
  let server: LoopbackServer;
  let status = 200;
  const received: { body: string; headers: Record<string, string> }[] = [];
  beforeAll(async () => {
    server = await startLoopbackServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        received.push({ body, headers: request.headers as Record<string, string> });
        response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
      });
    });
  });
  afterAll(() => server.close());
  beforeEach(() => void ([received.length, status] = [0, 200]));

  /** The internet of these tests: one name, on loopback. */
  const post: GuardedPost = (address, posted) =>
    createGuardedPost({ resolve: async () => ['127.0.0.1'], isAllowed: () => true, ports: [server.port] })(
      address,
      posted,
    );

  async function webhookOf(actor: SignedIn): Promise<WebhookMessage & { secret: string }> {
    const { secret } = await saveWebhook(actor, { address: 'https://chat.example/hook' });
    const { id } = await db.staffWebhook.update({
      where: { memberId: actor.id },
      data: { address: `http://chat.example:${server.port}/hook` },
    });
    return { webhookId: id, deliveryId: fan.id, kind: 'orders', count: 3, at: start.toISOString(), secret };
  }

  it('gets a signed message that chats can show; the secret is that which was shown once', async () => {
    const { secret, ...message } = await webhookOf(ops);
    await sendWebhook(message, post);
    const { body, headers } = received[0]!;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = `${message.deliveryId}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
    expect(headers['webhook-id']).toBe(message.deliveryId);
    const text = expect.stringMatching(/^3 orders were paid\. https?:\/\/.+\/en\/staff\/orders$/);
    expect(JSON.parse(body)).toMatchObject({ kind: 'orders', count: 3, text, content: text });
    expect(JSON.stringify(await getStaffNotices({ ...reading(ops), actor: ops }))).not.toMatch(/\/hook|whsec/);
    expect((await saveWebhook(ops, { address: 'https://chat.example/hook' })).secret).not.toBe(secret);
    expect(secretOf(message.webhookId)).toBe(secret);
  });

  it('that fails is tried again, and after ten failures in a row disabled with a word to its owner; a success begins anew', async () => {
    const { secret: _secret, ...message } = await webhookOf(ops);
    status = 500;
    for (let failed = 1; failed < mostFailures; failed += 1) await expect(sendWebhook(message, post)).rejects.toThrow();
    status = 204;
    await sendWebhook(message, post);
    status = 302;
    for (let failed = 1; failed < mostFailures; failed += 1) await expect(sendWebhook(message, post)).rejects.toThrow();
    expect(await told(ops)).toEqual([]);
    await sendWebhook(message, post);
    expect(await told(ops)).toEqual([`webhook.disabled ${mostFailures}`]);
    const asked = received.length;
    await sendWebhook(message, post);
    expect(received).toHaveLength(asked);
    expect((await getStaffNotices({ ...reading(ops), actor: ops })).webhook?.disabledAt).toBeInstanceOf(Date);
    // A message that was on its way when the webhook was disabled does not bring it back, whether it is taken or not.
    await transact(noteSent)(system, { id: message.webhookId });
    await transact(countFailure)(system, { id: message.webhookId });
    expect((await getStaffNotices({ ...reading(ops), actor: ops })).webhook?.disabledAt).toBeInstanceOf(Date);
    await saveWebhook(ops, { address: 'https://chat.example/hook' });
    expect((await getStaffNotices({ ...reading(ops), actor: ops })).webhook?.disabledAt).toBeNull();
  });

  it('gets nothing that its owner may no longer see, nor after it was removed', async () => {
    const { secret: _secret, ...message } = await webhookOf(mod);
    await sendWebhook(message, post);
    await sendWebhook({ ...message, kind: 'reports' }, post);
    expect(received).toHaveLength(1);
    await removeWebhook(mod, undefined);
    await sendWebhook({ ...message, kind: 'reports' }, post);
    expect(received).toHaveLength(1);
  });

  it('has a public address, by https', async () => {
    const said = (address: string) => staffWebhookInput.safeParse({ address }).success;
    expect(said('https://hooks.example/T/B/x')).toBe(true);
    for (const address of [
      'http://hooks.example/',
      'https://a:b@hooks.example/',
      'https://hooks.example:8443/',
      'ftp://x',
      '',
    ])
      expect([address, said(address)]).toEqual([address, false]);
    const { secret: _secret, ...message } = await webhookOf(ops);
    for (const address of ['https://127.0.0.1/', 'https://10.0.0.1/', 'https://[::1]/', 'https://169.254.169.254/']) {
      await db.staffWebhook.update({ where: { id: message.webhookId }, data: { address } });
      await expect(sendWebhook(message)).rejects.toMatchObject({ code: 'blocked-address' });
    }
    await db.staffWebhook.update({ where: { id: message.webhookId }, data: { address: 'http://hooks.example/' } });
    await expect(sendWebhook(message)).rejects.toMatchObject({ code: 'bad-port' });
    expect(received).toEqual([]);
  });
});
