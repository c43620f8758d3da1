/** The deeper lock: commands and flows refuse the wrong actor themselves, whichever door led to them. */
import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, it } from 'vitest';

import { guest, type Actor } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { after, clock, hour } from '@/lib/core/time';
import {
  claimUnit,
  joinWaitlist,
  leaveWaitlist,
  redeemFCode,
  reserveUnit,
  withdrawReservation,
} from '@/lib/drops/commands';
import { answerQuestion } from '@/lib/ownership/commands';
import { giveUnitBack } from '@/lib/flows/drops/give-unit-back';
import { makeIdeaFromPost } from '@/lib/flows/feedback/make-idea-from-post';
import { makeIdeaFromVoice } from '@/lib/flows/feedback/make-idea-from-voice';
import { placeOrder, resumePayment } from '@/lib/flows/orders/place-order';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { resolveReports } from '@/lib/flows/moderation/resolve-reports';
import { deliverOrder, shipOrder } from '@/lib/flows/orders/ship-order';
import { startThread } from '@/lib/flows/forum/start-thread';
import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { voteForIdea } from '@/lib/flows/feedback/vote-for-idea';
import { acceptAnswer, editPost, reply, votePost, withdrawPost } from '@/lib/forum/commands';
import { editProfile, setAvatar } from '@/lib/members/commands';
import { actorOf } from '@/lib/web/actor';
import { cast, confirmedMembers, makeCast, staffOf, type Who } from '@/tests/support/cast';
import { holdBack, makeCode, makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeOwner, makeProduct } from '@/tests/support/feedback-factories';
import { makeOrder } from '@/tests/support/order-factories';

type Run = (ctx: Ctx, input: never) => Promise<unknown>;

const productOwners = staffOf('PRODUCT_OWNER');
const operations = staffOf('OPERATIONS');
const moderators = staffOf('MODERATOR');
const admins = staffOf('ADMIN');
const editors = staffOf('PRODUCT_OWNER', 'OPERATIONS');
const orderStaff = staffOf('OPERATIONS', 'SUPPORT');

/** Commands for staff: all others are refused before the command reads or writes anything but the member it is about. */
const staffCommands: Record<string, readonly Who[]> = {
  'catalog.saveProduct': editors,
  'catalog.showPictureInProducts': editors,
  'drops.addUnits': operations,
  'drops.addWave': operations,
  'drops.announceDrop': operations,
  'drops.cancelDrop': operations,
  'drops.scheduleDrop': operations,
  'drops.giveFCodes': operations,
  'drops.issueFCodes': operations,
  'drops.revokeFCode': operations,
  'drops.nameMembers': operations,
  'drops.unnameMember': operations,
  'drops.pauseWave': operations,
  'drops.explainPause': operations,
  'drops.resumeWave': operations,
  'drops.extendWave': operations,
  'feedback.mergeIdeas': productOwners,
  'feedback.publishRelease': productOwners,
  'feedback.saveRelease': productOwners,
  'feedback.stageIdea': productOwners,
  'feedback.writeRelease': productOwners,
  'forum.closeThread': moderators,
  'forum.pinThread': moderators,
  'forum.openBoard': admins,
  'forum.importBoard': admins,
  'forum.importPosts': admins,
  'forum.importDeletion': admins,
  'forum.showPictureInPosts': admins,
  'members.grantRole': admins,
  'members.revokeRole': admins,
  'members.setTrust': admins,
  'members.importMember': admins,
  'members.readPersonal': moderators,
  'members.findByEmail': moderators,
  'members.suspendMember': moderators,
  'members.liftSuspension': moderators,
  'members.warnMember': moderators,
  'moderation.hidePost': moderators,
  'moderation.restorePost': moderators,
  'moderation.settleReports': moderators,
  'ownership.askOwnersOf': editors,
  'ownership.noteVoice': productOwners,
  'ownership.waitingVoice': productOwners,
  'orders.openOrder': orderStaff,
  'orders.requestRefund': orderStaff,
  'orders.markShipped': operations,
  'orders.markDelivered': operations,
  'orders.closeAlert': orderStaff,
  'orders.returnPayment': orderStaff,
};

/** Commands that act for the member who asks: tried below on real rows. */
const memberCommands = [
  'drops.claimUnit',
  'drops.joinWaitlist',
  'drops.leaveWaitlist',
  'drops.redeemFCode',
  'drops.reserveUnit',
  'drops.withdrawReservation',
  'feedback.voteIdea',
  'forum.acceptAnswer',
  'forum.editPost',
  'forum.markRead',
  'forum.reply',
  'forum.startThread',
  'forum.votePost',
  'forum.withdrawPost',
  'members.editProfile',
  'members.setAvatar',
  'moderation.reportPost',
  'ownership.answerQuestion',
];

/** Steps of flows, reactions and imports, which have settled before that they may; no form leads straight to one. */
const steps = [
  'feedback.castVote',
  'feedback.lockIdea',
  'feedback.touchIdea',
  'ownership.askOwner',
  'ownership.closeVoice',
  'ownership.registerOwner',
  'drops.carryUnits',
  'drops.closeOldWaitlists',
  'drops.keepClaim',
  'drops.markLimits',
  'drops.markReminded',
  'drops.releaseClaim',
  'drops.retakeUnit',
  'feedback.openIdea',
  'forum.addPost',
  'forum.addThread',
  'members.changeEmail',
  'members.confirmSignUp',
  'members.endOneSession',
  'members.endSessions',
  'members.enrolMember',
  'members.freeHandle',
  'members.memberOfProvider',
  'members.noteSeen',
  'members.requestEmailChange',
  'members.requestReset',
  'members.requestSignUp',
  'members.resetPassword',
  'members.setPassword',
  'members.tryCode',
  'notifications.mail',
  'notifications.markRead',
  'notifications.notify',
  'notifications.tell',
  'orders.abandonPayment',
  'orders.beginPayment',
  'orders.cancelUnpaid',
  'orders.changeAddress',
  'orders.endPayment',
  'orders.finishRefund',
  'orders.flagPayment',
  'orders.markPaid',
  'orders.noteDecline',
  'orders.noteReturns',
  'orders.refuseSecondPayment',
  'orders.recordSession',
  'orders.refuseLatePayment',
  'orders.refuseOveruse',
  'orders.startRefund',
  'orders.writeOrders',
];

const modules = import.meta.glob<Record<string, Run>>(['/lib/*/commands.ts', '/lib/*/commands/index.ts'], {
  eager: true,
});
const commands = new Map(
  Object.entries(modules).flatMap(([file, exported]) =>
    Object.entries(exported)
      .filter(([, run]) => typeof run === 'function')
      .map(([name, run]): [string, Run] => [`${file.split('/')[2]}.${name}`, run]),
  ),
);

const actors = {} as Record<Who, Actor>;
beforeAll(async () => {
  const sessions = await makeCast();
  for (const who of cast) actors[who] = await actorOf(sessions[who]);
});

describe('commands', () => {
  it('all stand in one of the lists', () => {
    expect([...commands.keys()].toSorted()).toEqual(
      [...Object.keys(staffCommands), ...memberCommands, ...steps].toSorted(),
    );
  });

  it('that are only steps are no form’s work', () => {
    const texts = Object.values(
      import.meta.glob<string>('/app/actions/*.ts', { eager: true, query: '?raw', import: 'default' }),
    ).join('\n');
    const straight = [...texts.matchAll(/action\([^\n]*, transact\((?:\w+\.)?(\w+)\)\)/g)].map((match) => match[1]);
    expect(straight.length).toBeGreaterThan(10);
    expect(straight.filter((name) => steps.some((step) => step.endsWith(`.${name}`)))).toEqual([]);
  });

  it.each(Object.entries(staffCommands))('%s', async (name, admitted) => {
    const answers = await Promise.all(
      cast.map(async (who) => [who, await knock(commands.get(name)!, actors[who])] as const),
    );
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(cast.map((who) => [who, admitted.includes(who) ? 'goes on' : 'refused'])),
    );
  });
});

class Touched extends Error {}

/** Whether the command lets the actor go on to the database; what it looks at first is the member it is about, a fan. */
async function knock(run: Run, actor: Actor): Promise<'refused' | 'goes on'> {
  const stop = () => {
    throw new Touched();
  };
  const delegate = new Proxy({}, { get: () => stop });
  const member = new Proxy(
    {},
    {
      get: (_, verb) =>
        verb === 'findUnique'
          ? async () => ({ handle: 'fan', roles: [], trust: 1, emailVerifiedAt: new Date() })
          : stop,
    },
  );
  const raw = async (words: TemplateStringsArray) => (words[0]?.startsWith('SELECT 1 FROM "Member"') ? [] : stop());
  const trap = new Proxy(
    {},
    {
      get: (_, name) =>
        name === '$queryRaw' ? raw : name === '$executeRaw' ? stop : name === 'member' ? member : delegate,
    },
  );
  const ctx = { db: trap, actor, now: clock(), requestId: 'test', emit: stop, touch: stop } as unknown as Ctx;
  try {
    await run(ctx, input as never);
  } catch (error) {
    if (error instanceof Refused && ['forbidden', 'not-found'].includes(error.code)) return 'refused';
    if (!(error instanceof Touched)) throw error;
  }
  return 'goes on';
}

const id = randomUUID();
/** Enough for every staff command to be read as meant. */
const input = {
  dropId: id,
  waveId: id,
  allotmentId: id,
  productId: id,
  ideaId: id,
  intoId: randomUUID(),
  voiceId: id,
  releaseId: id,
  memberId: id,
  post: id,
  number: 'A',
  thread: 1,
  on: true,
  reason: 'Because',
  email: 'nobody@example.org',
  units: { [id]: 1 },
  carrier: 'Post',
  tracking: 'T1',
  until: null,
  to: 'ACCEPTED',
  role: 'SUPPORT',
  level: 2,
  handle: 'thing',
  title: 'A thing',
  variants: [{ title: 'One', priceMinor: 1, currency: 'USD' }],
  text: 'How is it?',
  kind: 'FIRMWARE',
  version: '1',
  markdown: 'Words',
  ideas: [],
  slug: 'talk',
  name: 'Talk',
  outcome: 'HIDDEN',
  source: 'discourse',
  sourceId: '1',
  username: 'u',
  posts: [],
  postIds: [id],
  productIds: [id],
  url: 'https://cdn.example.com/a.png',
  path: '/files/a.webp',
  opensAt: after(clock(), hour),
  closesAt: after(clock(), 2 * hour),
};

describe('staff flows', () => {
  const flows: [string, readonly Who[], (actor: Actor) => Promise<unknown>][] = [
    [
      'makeIdeaFromPost',
      staffOf('PRODUCT_OWNER', 'MODERATOR'),
      (actor) => makeIdeaFromPost(actor, { postId: id, productId: id }),
    ],
    [
      'makeIdeaFromVoice',
      productOwners,
      (actor) => makeIdeaFromVoice(actor, { voiceId: id, title: 'A title long enough' }),
    ],
    ['linkVoice', productOwners, (actor) => linkVoice(actor, { voiceId: id, ideaId: id })],
    [
      'resolveReports',
      moderators,
      (actor) => resolveReports(actor, { post: id, verdict: 'nothing', reason: 'Because' }),
    ],
  ];

  it.each(flows)('%s', async (_name, admitted, run) => {
    const codes = await Promise.all(cast.map(async (who) => [who, await codeOf(run(actors[who]))] as const));
    expect(codes.filter(([, code]) => code === 'forbidden').map(([who]) => who)).toEqual(
      cast.filter((who) => !admitted.includes(who)),
    );
  });

  it('sending and refunding leave an order as it is for everyone else', async () => {
    const {
      placed: { number },
    } = await makeOrder();
    for (const who of cast.filter((each) => !orderStaff.includes(each))) {
      const tries = [
        shipOrder(actors[who], { number, carrier: 'Post', tracking: 'T1' }),
        deliverOrder(actors[who], { number }),
        refundOrder(actors[who], { number, reason: 'Because' }),
      ];
      expect([who, ...(await Promise.all(tries.map(codeOf)))]).toEqual([who, 'not-found', 'not-found', 'not-found']);
    }
    expect(await codeOf(shipOrder(actors.SUPPORT, { number, carrier: 'Post', tracking: 'T1' }))).toBe('not-found');
  });
});

describe('members’ commands and flows', () => {
  let deeds: Record<string, (actor: Actor) => Promise<unknown>>;
  let strangers: typeof deeds;

  beforeAll(async () => {
    const product = await makeProduct();
    const author = await makeMember();
    const { number, postId, id: ideaId } = await makeIdea(product, { author });
    const drop = await makeDrop({ units: [50] });
    const [soldOut, coded] = [await makeDrop({ units: [0] }), await makeDrop()];
    await holdBack(coded, 50);
    const upcoming = await makeDrop({ units: [50], opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });
    const order = await makeOrder();
    const promptId = await askedOf(product, author);
    const [dropId, variantId] = [upcoming.id, upcoming.variantIds[0]!];
    deeds = {
      startThread: (actor) =>
        startThread(actor, { board: product.board.slug, kind: 'DISCUSSION', title: 'A title long enough', body: 'x' }),
      reply: (actor) => transact(reply)(actor, { thread: number, parent: 1, body: 'x' }),
      votePost: (actor) => transact(votePost)(actor, { post: postId, on: true }),
      voteForIdea: (actor) => voteForIdea(actor, { ideaId, on: true }),
      reportPost: (actor) => reportPost(actor, { post: postId, reason: 'SPAM', note: '' }),
      reserveUnit: (actor) => transact(reserveUnit)(actor, { dropId, variantId }),
      joinWaitlist: (actor) => transact(joinWaitlist)(actor, { dropId: soldOut.id, variantId: soldOut.variantIds[0]! }),
      redeemFCode: async (actor) =>
        transact(redeemFCode)(actor, {
          dropId: coded.id,
          variantId: coded.variantIds[0]!,
          code: (await makeCode(coded)).code,
        }),
      claimUnit: (actor) => transact(claimUnit)(actor, { dropId: drop.id, variantId: drop.variantIds[0]! }),
    };
    strangers = {
      editPost: (actor) => transact(editPost)(actor, { post: postId, body: 'Not mine', reason: '' }),
      withdrawPost: (actor) => transact(withdrawPost)(actor, { post: postId }),
      acceptAnswer: (actor) => transact(acceptAnswer)(actor, { post: postId, on: true }),
      answerQuestion: (actor) => transact(answerQuestion)(actor, { promptId, rating: 5, body: 'Not mine' }),
      placeOrder: (actor) => placeOrder(actor, { ...address, claimId: order.claimId }),
      resumePayment: (actor) => resumePayment(actor, { number: order.placed.number }),
      giveUnitBack: (actor) => giveUnitBack(actor, { claimId: order.claimId }),
    };
  });

  it('are for confirmed members', async () => {
    for (const [name, run] of Object.entries(deeds)) {
      const codes = await Promise.all(cast.map(async (who) => [who, await codeOf(run(actors[who]))] as const));
      const refused = codes.filter(([, code]) => code === 'signed-out' || code === 'unconfirmed').map(([who]) => who);
      expect([name, refused]).toEqual([name, cast.filter((who) => !confirmedMembers.includes(who))]);
      expect([name, codes.filter(([who, code]) => confirmedMembers.includes(who) && code !== 'done')]).toEqual([
        name,
        [],
      ]);
    }
  });

  it('touch nothing of another member', async () => {
    for (const [name, run] of Object.entries(strangers)) {
      for (const who of ['guest', 'suspended', 'unconfirmed', 'new', 'fan'] as const) {
        expect(['forbidden', 'not-found', 'signed-out', 'unconfirmed'], `${name} by ${who}`).toContain(
          await codeOf(run(actors[who])),
        );
      }
    }
  });

  it('are nothing for guests where they are about oneself', async () => {
    const upcoming = await makeDrop({ opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });
    const own = [
      transact(editProfile)(guest, { name: 'X', bio: '', language: 'en' }),
      transact(setAvatar)(guest, { avatar: null }),
      transact(withdrawReservation)(guest, { dropId: upcoming.id }),
      transact(leaveWaitlist)(guest, { dropId: upcoming.id }),
    ];
    expect(await Promise.all(own.map(codeOf))).toEqual(['not-found', 'not-found', 'signed-out', 'signed-out']);
  });
});

const address = {
  locale: 'en',
  name: 'A',
  line1: 'B',
  line2: '',
  city: 'C',
  region: '',
  postcode: 'LS1 4AP',
  country: 'GB',
  phone: '+44 113 496 0000',
} as const;

function codeOf(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );
}

async function askedOf(product: Awaited<ReturnType<typeof makeProduct>>, owner: { id: string }): Promise<string> {
  const now = clock();
  const { id: ownershipId } = await makeOwner(product, owner);
  const { id: questionId } = await db.ownerQuestion.create({
    data: { productId: product.id, text: 'How is it?', createdAt: now },
  });
  return (await db.ownerPrompt.create({ data: { ownershipId, questionId, dueAt: now, askedAt: now } })).id;
}
