import { randomUUID } from 'node:crypto';

import type { SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { clock, after, hour } from '@/lib/core/time';
import { enter, findHold, lineUp } from '@/lib/drops/gate/line-up';
import { getEntitlementBatched } from '@/lib/drops/queries/get-entitlement';
import { settleOne } from '@/lib/drops/sql';
import { recordSession } from '@/lib/orders/commands';
import { findDemo, settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { paymentProvider } from '@/lib/outside/payments';
import { actorOfRequest } from '@/lib/server/actor';
import { arrivals, makeDrop, makeFans } from './drop-factories';
import { makeHold, orderFor } from './order-factories';
import { placeBatched, type Written } from '@/lib/flows/orders/place-batched';
import { settleBatched } from '@/lib/flows/orders/settle-batched';

/** What is asked for in batches: keys that are good, ways to spoil one, and whether an answer is a good one. */
export type Kind<K> = {
  make: (count: number) => Promise<K[]>;
  ask: (key: K) => Promise<unknown>;
  spoilt: ((key: K) => K)[];
  isGood: (answer: unknown) => boolean;
};

const badText = ['a\u0000b', 'a\ud800', '\u0000'];

const badId = ['no id', 'a,b', '}', '\u0000', ''];

const inField = <K extends object>(field: keyof K, values: readonly unknown[]) =>
  values.map((value) => (key: K): K => ({ ...key, [field]: value }));

const nobody = () => randomUUID();

async function holdsOf(count: number) {
  const drop = await makeDrop({ units: [count] });
  const fans = await makeFans(count);
  return Promise.all(
    fans.map(async (buyer) => ({
      buyer,
      claimId: (await settleOne(db, drop.allotmentIds[0]!, arrivals(buyer)[0]!, clock()))!.claimId!,
    })),
  );
}

async function paymentsOf(count: number) {
  const placed = await Promise.all(
    (await holdsOf(count)).map(({ buyer, claimId }) => placeBatched(buyer, orderFor(claimId), {})),
  );
  return placed.map((each) => ({ paymentId: each!.paymentId!, number: each!.number }));
}

type Order = { buyer: SignedIn; input: ReturnType<typeof orderFor> };

const orders: Kind<Order> = {
  make: async (count) => (await holdsOf(count)).map(({ buyer, claimId }) => ({ buyer, input: orderFor(claimId) })),
  ask: ({ buyer, input }) => placeBatched(buyer, input, {}),
  spoilt: [
    ...(['name', 'line1', 'line2', 'city', 'region', 'postcode', 'phone', 'locale'] as const).flatMap((field) =>
      inField<Order['input']>(field, badText),
    ),
    ...inField<Order['input']>('country', ['\u0000\u0000', 'QQ']),
    ...inField<Order['input']>('claimId', [...badId, nobody()]),
  ].map((spoil) => (key: Order): Order => ({ ...key, input: spoil(key.input) })),
  isGood: (answer) => Boolean((answer as Written | null)?.paymentId),
};

type Claim = {
  drop: { id: string; slug: string; allotmentIds: string[]; waveId: string };
  memberId: string;
  emailKey: string | null;
};

const claimsIn =
  (wish: Parameters<typeof makeDrop>[0]) =>
  async (count: number): Promise<Claim[]> => {
    const drop = await makeDrop({ ...wish, units: [count] });
    return (await makeFans(count)).map(({ id }) => ({ drop, memberId: id, emailKey: id }));
  };

const spoiltClaims = [
  ...inField<Claim>('memberId', [...badId, nobody()]),
  ...inField<Claim>('emailKey', ['a,b', '}', '"', '\u0000', 'a b']),
];

const claims: Kind<Claim> = {
  make: claimsIn({}),
  ask: ({ drop, memberId, emailKey }) => lineUp(drop, drop.allotmentIds[0]!, { memberId, emailKey }),
  spoilt: spoiltClaims,
  isGood: (answer) => (answer as { outcome?: string } | undefined)?.outcome === 'granted',
};

const entries: Kind<Claim> = {
  make: claimsIn({ mode: 'DRAW' }),
  ask: ({ drop, memberId, emailKey }) => enter(drop.waveId, { memberId, emailKey, allotmentId: drop.allotmentIds[0]! }),
  spoilt: [...inField<Claim>('memberId', [...badId, nobody()]), ...inField<Claim>('emailKey', ['\u0000'])],
  isGood: (answer) => (answer as { outcome?: string } | undefined)?.outcome === 'entered',
};

type Session = { paymentId: string; sessionId: string; url: string | null };

const sessions: Kind<Session> = {
  make: async (count) =>
    (await paymentsOf(count)).map(({ paymentId }) => ({ paymentId, sessionId: `ds_${paymentId}`, url: '/pay' })),
  ask: async (key) => {
    await recordSession(key);
    return db.payment.findUnique({ where: { id: key.paymentId }, select: { sessionId: true } });
  },
  spoilt: [
    ...inField<Session>('paymentId', badId),
    ...inField<Session>('sessionId', ['\u0000']),
    ...inField<Session>('url', ['\u0000']),
  ],
  isGood: (answer) => Boolean((answer as { sessionId?: string } | null)?.sessionId),
};

type Gateway = Parameters<ReturnType<typeof paymentProvider>['createSession']>[0];

const gateway: Kind<Gateway> = {
  make: async (count) =>
    Array.from({ length: count }, (_, at) => ({
      paymentId: randomUUID(),
      orderNumber: `N${at}`,
      description: 'Earphones',
      amountMinor: 100,
      currency: 'USD',
      email: 'a@example.com',
      locale: 'en',
      successUrl: '/a',
      cancelUrl: '/b',
      startedAt: clock(),
      expiresAt: after(clock(), hour),
    })),
  ask: (key) => paymentProvider('demo').createSession(key),
  spoilt: [
    ...inField<Gateway>('description', badText),
    ...inField<Gateway>('email', badText),
    ...inField<Gateway>('amountMinor', [1e12, 1.5, Number.NaN]),
    ...inField<Gateway>('orderNumber', badText),
  ],
  isGood: (answer) => (answer as { status?: string } | undefined)?.status === 'open',
};

async function openSessions(count: number) {
  const inputs = await gateway.make(count);
  return Promise.all(
    inputs.map(async (input) => ({ ...(await paymentProvider('demo').createSession(input)), card: 'card' })),
  );
}

const lookUps: Kind<{ id: string }> = {
  make: openSessions,
  ask: ({ id }) => findDemo(id),
  spoilt: inField<{ id: string }>('id', ['\u0000', 'a\u0000']),
  isGood: Boolean,
};

const money: Kind<{ id: string; card: string }> = {
  make: openSessions,
  ask: ({ id }) => settleDemo(id),
  spoilt: inField<{ id: string; card: string }>('id', ['\u0000', 'nobody']),
  isGood: (answer) => answer === true,
};

type News = Parameters<typeof settleBatched>[0] & { told: NonNullable<Parameters<typeof settleBatched>[2]> };

const settlements: Kind<News> = {
  make: async (count) =>
    Promise.all(
      (await paymentsOf(count)).map(async ({ paymentId }) => {
        const { amountMinor, currency } = await db.payment.findUniqueOrThrow({ where: { id: paymentId } });
        const session = {
          id: `ds_${paymentId}`,
          paymentId,
          amountMinor,
          currency,
          paymentRef: `dp_${paymentId}`,
          fingerprint: paymentId,
        };
        return {
          provider: 'demo',
          status: 'paid' as const,
          session,
          told: { eventId: `de_${paymentId}`, type: 'session.paid', receivedAt: clock() },
        };
      }),
    ),
  ask: ({ told, ...news }) => settleBatched(news, {}, told),
  spoilt: [
    ...(['id', 'paymentRef', 'currency'] as const).flatMap((field) =>
      badText.map((value) => (key: News): News => ({ ...key, session: { ...key.session!, [field]: value } })),
    ),
    ...[1e12, 1.5].map((amountMinor) => (key: News): News => ({ ...key, session: { ...key.session!, amountMinor } })),
    ...badText.map((type) => (key: News): News => ({ ...key, told: { ...key.told, type } })),
    ...badText.map((provider) => (key: News): News => ({ ...key, provider })),
  ],
  isGood: (answer) => answer === 'paid',
};

type Opened = { memberId: string; version: number };

const actors: Kind<Opened> = {
  make: async (count) =>
    Promise.all(
      (await makeFans(count)).map(async ({ id }) => ({
        memberId: id,
        version: (await db.member.findUniqueOrThrow({ where: { id } })).sessionVersion,
      })),
    ),
  ask: (session) => actorOfRequest(session as never),
  spoilt: [...inField<Opened>('memberId', badId), ...inField<Opened>('version', [1e12, 1.5, 'x'])],
  isGood: (answer) => (answer as { kind?: string }).kind === 'member',
};

const entitlements: Kind<{ member: SignedIn; dropId: string }> = {
  make: async (count) => {
    const { id: dropId } = await makeDrop();
    return (await makeFans(count)).map((member) => ({ member, dropId }));
  },
  ask: ({ member, dropId }) => getEntitlementBatched(member, dropId),
  spoilt: inField<{ member: SignedIn; dropId: string }>('dropId', badId),
  isGood: (answer) => (answer as { channels?: string[] }).channels?.includes('PUBLIC') ?? false,
};

const owned: Kind<{ dropId: string; memberId: string }> = {
  make: async (count) => {
    const drop = await makeDrop({ units: [count] });
    return Promise.all(
      Array.from({ length: count }, async () => ({ dropId: drop.id, memberId: (await makeHold(drop)).buyer.id })),
    );
  },
  ask: ({ dropId, memberId }) => findHold(dropId, memberId),
  spoilt: inField<{ dropId: string; memberId: string }>('memberId', badId),
  isGood: (answer) => Boolean((answer as { claimId?: string } | undefined)?.claimId),
};

/** All that is asked for in batches, by name. */
export const kinds: Record<string, Kind<never>> = {
  orders,
  claims,
  entries,
  sessions,
  gateway,
  lookUps,
  money,
  settlements,
  actors,
  entitlements,
  owned,
} as never;
