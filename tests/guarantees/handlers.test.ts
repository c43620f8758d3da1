/** Whom each route handler answers. */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';

import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { buyLabel } from '@/lib/flows/orders/buy-label';
import { actorOf } from '@/lib/server/actor';
import { askGateway } from '@/lib/flows/orders/ask-gateway';
import { paidOrder } from '@/tests/support/refunds';
import { guestKeys } from '@/lib/orders/guest-key';
import type { Session } from '@/lib/server/token';
import { admittedBy, cast, confirmedMembers, makeCast, members, type Who } from '@/tests/support/cast';
import { makeOrder } from '@/tests/support/order-factories';

import { askingHandlers, openHandlers, sealedHandlers } from './central';
import { compare, complete } from './tables';

const visit = vi.hoisted(() => ({ session: null as Session | null }));

vi.mock('@/lib/web/session', async () => {
  const { actorOf: read } = await import('@/lib/server/actor');
  return { currentActor: () => read(visit.session), startSession: vi.fn(), endSession: vi.fn() };
});
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn() }));
vi.mock('@/lib/flows/orders/ask-gateway', async (original) => ({
  ...(await original<object>()),
  askGateway: vi.fn(async () => undefined),
}));

let sessions: Record<Who, Session | null>;
beforeAll(async () => void (sessions = await makeCast()));

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
const handlers = import.meta.glob<{ GET?: Handler; POST?: Handler }>('/app/**/route.ts');
const handler = async (file: string) => await handlers[`/${file}`]!();
const request = (path: string, init?: RequestInit) => new Request(`http://127.0.0.1${path}`, init);

describe('route handlers', () => {
  beforeEach(() => void (visit.session = null));

  it('all stand in one of the lists', () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)route\.tsx?$/.test(file))
      .map((file) => `app/${file}`);
    expect(compare(files, [...openHandlers, ...Object.keys(sealedHandlers), ...askingHandlers])).toEqual(complete);
  });

  it.each(Object.entries(sealedHandlers))('%s does nothing without its seal', async (file, status) => {
    for (const who of cast) {
      visit.session = sessions[who];
      const { POST } = await handler(file);
      const answer = await POST!(
        request('/x', { method: 'POST', body: '[]', headers: { 'x-millet-signature': '0'.repeat(64) } }),
        undefined as never,
      );
      expect([who, answer.status]).toEqual([who, status]);
    }
  });

  it('uploads are for confirmed members', async () => {
    const { POST } = await handler('app/api/upload/route.ts');
    for (const who of cast) {
      visit.session = sessions[who];
      const { status } = await POST!(
        request('/api/upload', { method: 'POST', body: 'no picture' }),
        undefined as never,
      );
      const expected = confirmedMembers.includes(who) ? [400, 409, 415, 422] : [who === 'unconfirmed' ? 403 : 401];
      expect(expected, `${who} is answered ${status}`).toContain(status);
    }
  });

  it('parts of a shop’s files are for those who may import', async () => {
    const { POST } = await handler('app/api/imports/parts/route.ts');
    const query = new URLSearchParams({ file: randomUUID(), name: 'a.csv', bytes: '9', at: '0' });
    for (const who of cast) {
      visit.session = sessions[who];
      const sent = request(`/api/imports/parts?${query.toString()}`, { method: 'POST', body: 'Name,None' });
      const { status } = await POST!(sent, undefined as never);
      expect([who, status]).toEqual([who, admittedBy(['imports.keep']).includes(who) ? 409 : 404]);
    }
  });

  it('a preview is made for members only', async () => {
    const { POST } = await handler('app/api/preview/route.ts');
    for (const who of cast) {
      visit.session = sessions[who];
      const { status } = await POST!(
        request('/api/preview', { method: 'POST', body: JSON.stringify({ body: 'a' }) }),
        undefined as never,
      );
      expect([who, status]).toEqual([who, members.includes(who) ? 200 : 401]);
    }
  });

  it.each([
    ['orders', ['orders.export']],
    ['members', ['members.export']],
    ['drops', []],
  ] as const)('a file of %s is for those who may export them', async (list, permissions) => {
    const { POST } = await handler('app/api/export/[list]/route.ts');
    const send = (body: string) =>
      POST!(request(`/api/export/${list}`, { method: 'POST', body }), { params: Promise.resolve({ list } as never) });
    const admitted = list === 'drops' ? [] : admittedBy(permissions);
    for (const who of cast) {
      visit.session = sessions[who];
      const answer = await send('reason=Bookkeeping');
      await answer.body?.cancel();
      expect([who, answer.status]).toEqual([who, admitted.includes(who) ? 200 : 404]);
      expect((await send('reason=')).status).toBe(list === 'drops' ? 404 : 400);
    }
  });

  it('a file of redirects is for those who edit them, whatever they say why', async () => {
    const { POST } = await handler('app/api/export/[list]/route.ts');
    const params = Promise.resolve({ list: 'redirects' } as never);
    for (const who of cast) {
      visit.session = sessions[who];
      const answer = await POST!(request('/api/export/redirects', { method: 'POST', body: 'locale=en' }), { params });
      await answer.body?.cancel();
      expect([who, answer.status]).toEqual([who, admittedBy(['redirects.edit']).includes(who) ? 200 : 404]);
    }
  });

  it('a report of an act on many orders is for those who see orders', async () => {
    const { GET } = await handler('app/api/bulk/[id]/route.ts');
    const { id } = await db.bulkAct.create({
      data: {
        ...{ memberId: sessions.ADMIN!.memberId, list: 'orders', act: 'orders.ship', total: 1 },
        ...{ draftedAt: new Date(), startedAt: new Date() },
        rows: { create: { place: 1, key: '=1', state: 'REFUSED', code: 'not-found', input: { carrier: 'Post' } } },
      },
    });
    for (const who of cast) {
      visit.session = sessions[who];
      const answer = await GET!(request(`/api/bulk/${id}`), { params: Promise.resolve({ id } as never) });
      const admitted = admittedBy(['orders.read']).includes(who);
      expect([who, answer.status]).toEqual([who, admitted ? 200 : 404]);
      if (admitted) expect(await answer.text()).toContain(`'=1,refused,not-found,No order has this number.,Post,`);
    }
  });

  it('an invoice is for its buyer, and for staff who have opened the order', async () => {
    const { buyer, placed } = await paidOrder();
    const { number } = placed;
    const { id } = await db.invoice.findFirstOrThrow({ where: { order: { number } }, select: { id: true } });
    const own = await handler('app/[locale]/(site)/(account)/orders/[number]/invoice/[id]/route.ts');
    const ofGuests = await handler('app/[locale]/(site)/(account)/order/[key]/invoice/[id]/route.ts');
    const forStaff = await handler('app/[locale]/staff/orders/[number]/invoice/[id]/route.ts');
    const params = { params: Promise.resolve({ locale: 'en', number, key: `${id}.x`, id } as never) };
    for (const who of cast) {
      visit.session = sessions[who];
      const statuses = [own, ofGuests, forStaff].map(async ({ GET }) => (await GET!(request('/'), params)).status);
      const ofStaff = admittedBy(['orders.read']).includes(who) ? 403 : 404;
      expect([who, ...(await Promise.all(statuses))]).toEqual([who, 404, 404, ofStaff]);
    }
    visit.session = { memberId: buyer.id, version: 1 };
    const answer = await own.GET!(request('/'), params);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('a label is for who sends parcels', async () => {
    const { placed } = await paidOrder();
    const { number } = placed;
    const operator = await actorOf(sessions['orders.ship']);
    const id = await buyLabel(operator, { number, carrier: 'manual', service: 'own' });
    const { GET } = await handler('app/[locale]/staff/orders/[number]/label/[id]/route.ts');
    for (const who of cast) {
      visit.session = sessions[who];
      const answer = await GET!(request('/'), { params: Promise.resolve({ locale: 'en', number, id } as never) });
      expect([who, answer.status]).toEqual([who, admittedBy(['orders.ship']).includes(who) ? 200 : 404]);
    }
  });

  it('a pick list is for who sends parcels', async () => {
    const { placed } = await paidOrder();
    const { GET } = await handler('app/[locale]/staff/orders/bulk/[id]/[paper]/[part]/route.ts');
    const { id } = await db.bulkAct.create({
      data: {
        ...{ memberId: sessions.ADMIN!.memberId, list: 'orders', act: 'orders.label', total: 1 },
        ...{ draftedAt: new Date(), startedAt: new Date() },
        rows: { create: { place: 1, key: placed.number, input: {} } },
      },
    });
    for (const who of cast) {
      visit.session = sessions[who];
      const params = { params: Promise.resolve({ locale: 'en', id, paper: 'pick', part: '1' } as never) };
      const { status } = await GET!(request('/'), params);
      expect([who, status]).toEqual([who, admittedBy(['orders.ship']).includes(who) ? 200 : 404]);
    }
  });

  it('a key opens the orders of guests alone to ask the gateway about', async () => {
    const { buyer, placed } = await makeOrder();
    const { GET } = await handler('app/[locale]/(site)/(account)/order/[key]/paid/route.ts');
    const { id } = await db.order.findUniqueOrThrow({ where: { number: placed.number } });
    visit.session = { memberId: buyer.id, version: 1 };
    for (const key of [id, `${id}.x`, guestKeys.make(id)]) {
      const answer = await GET!(request('/'), { params: Promise.resolve({ locale: 'en', key } as never) });
      expect(answer.headers.get('location')).toBe(`/en/order/${key}?returned=1`);
    }
    expect(askGateway).not.toHaveBeenCalled();
  });

  it('only its buyer makes the store ask the gateway about an order', async () => {
    const { buyer, placed } = await makeOrder();
    const { GET } = await handler('app/[locale]/(site)/(account)/orders/[number]/paid/route.ts');
    const back = () =>
      GET!(request('/'), { params: Promise.resolve({ locale: 'en', number: placed.number } as never) });
    for (const who of cast) {
      visit.session = sessions[who];
      expect((await back()).headers.get('location')).toBe(`/en/orders/${placed.number}?returned=1`);
    }
    expect(askGateway).not.toHaveBeenCalled();
    visit.session = { memberId: buyer.id, version: 1 };
    await back();
    expect(askGateway).toHaveBeenCalledOnce();
  });
});
