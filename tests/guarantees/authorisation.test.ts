/** Who may use each server action, fast door and route handler: the whole table, written out. */
import { readdirSync } from 'node:fs';

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import type { Door } from '@/lib/core/door';
import { askGateway } from '@/lib/flows/orders/ask-gateway';
import { doors } from '@/lib/server/endpoints';
import { liveDoors } from '@/lib/server/streams';
import type { Action } from '@/lib/web/action';
import { actorOf } from '@/lib/web/actor';
import { openDoor } from '@/lib/web/open-door';
import type { Session } from '@/lib/web/token';
import { cast, confirmedMembers, makeCast, members, staffOf, type Who } from '@/tests/support/cast';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeIdea, makeProduct } from '@/tests/support/feedback-factories';
import { makeOrder } from '@/tests/support/order-factories';

const visit = vi.hoisted(() => ({ session: null as Session | null }));

vi.mock('@/lib/web/session', async () => {
  const { actorOf: read } = await import('@/lib/web/actor');
  return { currentActor: () => read(visit.session), startSession: vi.fn(), endSession: vi.fn() };
});
vi.mock('@/lib/web/code-cookie', () => ({ keepCodeId: vi.fn(), keptCodeId: vi.fn(), dropCodeId: vi.fn() }));
vi.mock('@/lib/web/device-cookie', () => ({ keepDevice: vi.fn(), keptDevice: vi.fn() }));
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn() }));
vi.mock('@/lib/flows/orders/ask-gateway', () => ({ askGateway: vi.fn(async () => undefined) }));

let sessions: Record<Who, Session | null>;
beforeAll(async () => void (sessions = await makeCast()));

const everyone: readonly Who[] = cast;
const operations = staffOf('OPERATIONS');
const productOwners = staffOf('PRODUCT_OWNER');
const moderators = staffOf('MODERATOR');
const admins = staffOf('ADMIN');
const orderStaff = staffOf('OPERATIONS', 'SUPPORT');

const actions: Record<string, Record<string, readonly Who[]>> = {
  drops: {
    scheduleDrop: operations,
    addWave: operations,
    announceDrop: operations,
    addUnits: operations,
    cancelDrop: operations,
    pauseWave: operations,
    explainPause: operations,
    resumeWave: operations,
    extendWave: operations,
    reserveUnit: confirmedMembers,
    withdrawReservation: members,
    joinWaitlist: confirmedMembers,
    leaveWaitlist: members,
    giveUnitBack: members,
    issueFCodes: operations,
    giveFCodesForIdeas: operations,
    revokeFCode: operations,
    nameMembers: operations,
    unnameMember: operations,
  },
  feedback: {
    stageIdeaAction: productOwners,
    mergeIdeasAction: productOwners,
    makeIdeaAction: staffOf('PRODUCT_OWNER', 'MODERATOR'),
    voiceToIdeaAction: productOwners,
    writeReleaseAction: productOwners,
  },
  forum: {
    startThreadAction: confirmedMembers,
    replyAction: confirmedMembers,
    editPostAction: confirmedMembers,
    withdrawPostAction: confirmedMembers,
    acceptAnswerAction: confirmedMembers,
    pinThreadAction: moderators,
    closeThreadAction: moderators,
  },
  members: {
    signUpAction: everyone,
    resendAction: everyone,
    confirmAction: everyone,
    forgotAction: everyone,
    resetAction: everyone,
    signInAction: everyone,
    signOutAction: everyone,
    signOutEverywhereAction: members,
    editProfileAction: members,
    setAvatarAction: members,
    removeAvatarAction: members,
    changePasswordAction: members,
    askNewEmailAction: members,
    changeEmailAction: members,
    grantRoleAction: admins,
    revokeRoleAction: admins,
    setTrustAction: admins,
    warnMemberAction: moderators,
    suspendMemberAction: moderators,
    liftSuspensionAction: moderators,
    readPersonalAction: moderators,
  },
  moderation: {
    reportPostAction: confirmedMembers,
    resolveReportsAction: moderators,
    hidePostAction: moderators,
    restorePostAction: moderators,
  },
  notifications: { markReadAction: members },
  ownership: { answerQuestionAction: members, noteVoiceAction: productOwners, linkVoiceAction: productOwners },
  orders: {
    placeOrderAction: members,
    resumePaymentAction: members,
    shipOrderAction: operations,
    deliverOrderAction: operations,
    refundOrderAction: orderStaff,
    returnPaymentAction: orderStaff,
    closeAlertAction: orderStaff,
    openOrderAction: orderStaff,
  },
};

const modules = import.meta.glob<Record<string, Action<unknown>>>('/app/actions/*.ts', { eager: true });
const found = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).map(([name, run]) => ({ domain: file.split('/')[3]?.replace('.ts', '') ?? '', name, run })),
);

describe('server actions', () => {
  it('all stand in the table, and nothing else does', () => {
    const named = (names: [string, string][]) => names.map((each) => each.join('.')).toSorted();
    const expected = Object.entries(actions).flatMap(([domain, each]) =>
      Object.keys(each).map((name): [string, string] => [domain, name]),
    );
    expect(named(found.map(({ domain, name }) => [domain, name]))).toEqual(named(expected));
  });

  // Signing out everywhere ends the sessions that it was asked with.
  afterEach(
    async () =>
      void (await db.member.updateMany({ where: { sessionVersion: { gt: 1 } }, data: { sessionVersion: 1 } })),
  );

  it.each(found.map((each) => [`${each.domain}.${each.name}`, each] as const))(
    '%s',
    async (_, { domain, name, run }) => {
      const admitted = actions[domain]?.[name] ?? [];
      const answers: Partial<Record<Who, string>> = {};
      for (const who of cast) answers[who] = await ask(run, who);
      expect(answers).toEqual(
        Object.fromEntries(cast.map((who) => [who, admitted.includes(who) ? 'admitted' : refusal(who, admitted)])),
      );
    },
  );
});

const shut = new Set(['signed-out', 'unconfirmed', 'not-found', 'forbidden']);

async function ask(run: Action<unknown>, who: Who): Promise<string> {
  visit.session = sessions[who];
  try {
    const answer = await run({ status: 'idle' }, new FormData());
    return answer.status === 'refused' && shut.has(answer.problem.code) ? answer.problem.code : 'admitted';
  } catch (error) {
    if (/NEXT_REDIRECT/.test(String((error as { digest?: string }).digest))) return 'admitted';
    throw error;
  }
}

// Staff actions are not there for others; a members' action says what is missing.
function refusal(who: Who, admitted: readonly Who[]): string {
  if (!admitted.includes('fan')) return 'not-found';
  return who === 'unconfirmed' ? 'unconfirmed' : 'signed-out';
}

const doorTable: Record<string, readonly Who[]> = {
  'GET /api/viewer': everyone,
  'GET /api/drops/:slug/state': everyone,
  'GET /api/drops/:slug/entries/:wave': everyone,
  'GET /api/drops/:slug/ledger': everyone,
  'GET /api/drops/:slug/challenge': members,
  // Whoever brings a pass, which the next door gives.
  'POST /api/drops/:slug/claim': [],
  'POST /api/drops/:slug/pass': confirmedMembers,
  'POST /api/drops/:slug/redeem': confirmedMembers,
  'GET /api/staff/drops/:id/figures': operations,
  'POST /api/posts/:id/vote': confirmedMembers,
  'POST /api/threads/:number/read': members,
  'POST /api/notifications/:id/read': members,
  'GET /api/posts/:id/source': ['fan', ...moderators],
  'GET /api/posts/:id/history': everyone,
  'POST /api/checkout': members,
  'POST /api/give-back': members,
  'POST /api/ideas/:id/vote': confirmedMembers,
};

const nameOf = ({ method, path }: Door) => `${method} ${path}`;

describe('fast doors', () => {
  let places: Record<string, (path: string) => Record<string, string>>;
  let body: unknown;

  beforeAll(async () => {
    const drop = await makeDrop({ units: [50] });
    const guarded = await makeDrop({ proofOfWork: true });
    const drawn = await makeDrop({ mode: 'DRAW' });
    const product = await makeProduct();
    const thread = await makeIdea(product);
    const own = await db.post.create({
      data: {
        threadId: thread.threadId,
        number: 2,
        authorId: sessions.fan!.memberId,
        markdown: 'a',
        html: 'a',
        excerpt: 'a',
        createdAt: new Date(),
      },
      select: { id: true },
    });
    const idOf = (path: string) =>
      path.includes('/ideas/')
        ? thread.id
        : path.includes('/staff/')
          ? drop.id
          : path.endsWith('/source')
            ? own.id
            : thread.postId;
    places = {
      at: (path) => ({
        slug: path.endsWith('/challenge') ? guarded.slug : path.includes('/entries/') ? drawn.slug : drop.slug,
        wave: '1',
        number: String(thread.number),
        id: idOf(path),
      }),
    };
    body = { variantId: drop.variantIds[0], on: true, upTo: 1, body: 'Some *words*' };
  });

  it('all stand in the table, and nothing else does', () => {
    expect(doors.map(nameOf).toSorted()).toEqual(Object.keys(doorTable).toSorted());
    expect(liveDoors.map(({ path, admits }) => [path, admits])).toEqual([['/api/drops/:slug/live', 'anyone']]);
  });

  it.each(doors.map((door) => [nameOf(door), door] as const))('%s', async (_, door) => {
    const admitted = doorTable[nameOf(door)] ?? [];
    const statuses: Partial<Record<Who, number>> = {};
    for (const who of cast) statuses[who] = (await knock(door, who)).status;
    const open = cast.filter((who) => ![401, 403, 404].includes(statuses[who] ?? 0));
    expect({ open, statuses }).toEqual({ open: cast.filter((who) => admitted.includes(who)), statuses });
    expect(Object.values(statuses).filter((status) => status >= 500)).toEqual([]);
  });

  function knock(door: Door, who: Who) {
    const session = sessions[who];
    return openDoor(door, {
      params: places.at!(door.path),
      query: new URLSearchParams({ path: '/en' }),
      ip: `10.1.1.${cast.indexOf(who)}`,
      actor: () => actorOf(session),
      memberId: async () => session?.memberId ?? null,
      body: async () => body,
    });
  }
});

/** Handlers that answer anybody, or whoever proves otherwise that they may; why is asked of the list in architecture/doors.test.ts. */
const openHandlers = [
  'app/[locale]/(community)/boards/[slug]/feed.xml/route.ts',
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/drops/[slug]/live/route.ts',
  'app/api/health/route.ts',
  'app/files/[key]/route.ts',
  'app/route.ts',
  'app/sitemap.xml/[part]/route.ts',
  'app/sitemap.xml/route.ts',
  'app/u/[handle]/route.ts',
];

/** Handlers that admit by a signature or a secret name: without it they do nothing for anybody. */
const sealed: Record<string, number> = {
  'app/api/internal/tags/route.ts': 404,
  'app/api/webhooks/demo/route.ts': 400,
  'app/api/webhooks/stripe/route.ts': 404,
  'app/demo-pay/[session]/pay/route.ts': 404,
};

/** Handlers that ask the session: tried below, one by one. */
const asked = [
  'app/[locale]/(account)/orders/[number]/paid/route.ts',
  'app/api/[...door]/route.ts',
  'app/api/preview/route.ts',
  'app/api/upload/route.ts',
];

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
    expect(files.toSorted()).toEqual([...openHandlers, ...Object.keys(sealed), ...asked].toSorted());
  });

  it.each(Object.entries(sealed))('%s does nothing without its seal', async (file, status) => {
    for (const who of cast) {
      visit.session = sessions[who];
      const form = new URLSearchParams({ outcome: 'succeed' });
      const { POST } = await handler(file);
      const answer = await POST!(
        request('/x', {
          method: 'POST',
          body: form,
          headers: { 'stripe-signature': 't=1,v1=00', 'x-millet-signature': '0'.repeat(64) },
        }),
        { params: Promise.resolve({ session: 'cs_none' } as never) },
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

  it('every fast door is reached through Next with the same answers', async () => {
    const { POST } = await handler('app/api/[...door]/route.ts');
    for (const who of cast) {
      visit.session = sessions[who];
      const { status } = await POST!(
        request('/api/give-back', { method: 'POST', body: JSON.stringify({ claimId: 'none' }) }),
        undefined as never,
      );
      expect([who, status]).toEqual([who, members.includes(who) ? 400 : 401]);
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

  it('only its buyer makes the store ask the gateway about an order', async () => {
    const { buyer, placed } = await makeOrder();
    const { GET } = await handler('app/[locale]/(account)/orders/[number]/paid/route.ts');
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

it('the cast is who it is said to be', async () => {
  const kinds = await Promise.all(cast.map(async (who) => [who, (await actorOf(sessions[who])).kind]));
  expect(kinds.filter(([, kind]) => kind === 'guest').map(([who]) => who)).toEqual(['guest', 'suspended']);
});
