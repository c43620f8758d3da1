/** What members send to an area that is off is refused: each action of theirs names its area, or stands among what stays. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Deferred } from '@/lib/core/deferred';
import { areasOff, siteAreas } from '@/lib/core/site-areas';
import { setOpening } from '@/lib/brand/commands';
import { startThread } from '@/lib/flows/forum/start-thread';
import { notices } from '@/lib/domains-notices';
import { notify } from '@/lib/notifications/notify';
import { forumNotices } from '@/lib/forum/notices';
import type { SignedIn } from '@/lib/core/actor';
import { clock } from '@/lib/core/time';
import type { Session } from '@/lib/server/token';
import type { Action } from '@/lib/web/action';
import { turnOff } from '@/tests/support/areas';
import { makeBoard, makeMember } from '@/tests/support/forum-factories';
import { refusal } from '@/tests/support/refusal';

const visit = vi.hoisted(() => ({ session: null as Session | null }));

vi.mock('@/lib/web/session', async () => {
  const { actorOf: read } = await import('@/lib/server/actor');
  return { currentActor: () => read(visit.session), startSession: vi.fn(), endSession: vi.fn() };
});
vi.mock('@/lib/web/code-cookie', () => ({ keepCodeId: vi.fn(), keptCodeId: vi.fn(), dropCodeId: vi.fn() }));
vi.mock('@/lib/web/device-cookie', () => ({ keepDevice: vi.fn(), keptDevice: vi.fn() }));
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn() }));

const handlers = import.meta.glob<{ POST: (request: Request) => Promise<Response> }>(
  '/app/api/{upload,preview}/route.ts',
);
const modules = import.meta.glob<Record<string, Action<unknown>>>('/app/actions/*.ts', { eager: true });
const ofMembers = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, { admission }]) => !admission?.startsWith('staff'))
    .map(([name, run]) => ({ name: `${file.split('/')[3]!.replace('.ts', '')}.${name}`, run })),
);
const inAreas = ofMembers.filter(({ run }) => run.area);

/** Of no area: who one is, what one bought, owns and may spend, and the ways out of a drop. */
const stays =
  /^orders\.(?!placeCartOrder)|^(members|ownership|notifications|lists|api|returns|repairs|recalls|credit)\.|^reviews\.(withdrawReviewAction|setAnsweringAction)$|^drops\.(withdrawReservation|leaveWaitlist|giveUnitBack)$/;

let admin: SignedIn;
beforeAll(async () => {
  admin = await makeMember({ roles: ['ADMIN'] });
  await inTransaction(admin, (ctx) => setOpening(ctx, { shown: 0, open: true, line: '', lineZh: '', reason: 'Ready' }));
});
beforeEach(async () => {
  const { id } = await makeMember();
  visit.session = { memberId: id, version: 1 };
});
afterEach(() => turnOff());

const codeOf = async (run: Action<unknown>) => {
  const answer = await run({ status: 'idle' }, new FormData());
  return answer.status === 'refused' ? answer.problem.code : answer.status;
};

describe('an action of members', () => {
  it('names its area, or is of what stays', () => {
    expect(inAreas.length).toBeGreaterThan(7);
    expect(ofMembers.filter(({ name, run }) => !run.area && !stays.test(name)).map(({ name }) => name)).toEqual([]);
    expect(inAreas.filter(({ name }) => stays.test(name)).map(({ name }) => name)).toEqual([]);
  });

  it.each(siteAreas)('is refused where %s is off and it is of that, and goes on where not (control)', async (area) => {
    await turnOff(area);
    const gone = areasOff([area]);
    for (const { name, run } of inAreas)
      expect([name, await codeOf(run)]).toEqual([name, gone.includes(run.area!) ? 'not-found' : 'invalid']);
  });
});

it('pictures and previews are for staff alone where the community is off, and for members where it is on', async () => {
  const { id: staff } = await makeMember({ roles: ['MODERATOR'] });
  const [fan, moderator] = [visit.session, { memberId: staff, version: 1 }];
  const statuses = async () => {
    const answers = [];
    for (const session of [fan, moderator]) {
      visit.session = session;
      for (const [name, body] of [
        ['upload', 'no picture'],
        ['preview', '{"body":"a"}'],
      ] as const) {
        const { POST } = await handlers[`/app/api/${name}/route.ts`]!();
        answers.push((await POST(new Request(`http://127.0.0.1/api/${name}`, { method: 'POST', body }))).status);
      }
    }
    return answers;
  };
  const [noPicture] = await statuses();
  expect(noPicture).not.toBe(404);
  await turnOff('community');
  expect(await statuses()).toEqual([404, 404, noPicture, 200]);
  await turnOff('ideas');
  expect(await statuses()).toEqual([noPicture, 200, noPicture, 200]);
});

it('an idea is not begun where ideas are off, and a thread is', async () => {
  const author = await makeMember();
  const board = await makeBoard();
  const write = (kind: 'IDEA' | 'DISCUSSION') =>
    refusal(startThread(author, { board: board.slug, kind, title: 'A thing to talk about', body: 'Words enough.' }));
  await turnOff('ideas');
  expect([await write('IDEA'), await write('DISCUSSION')]).toEqual(['not-found', 'done']);
});

it('a notice about an area that is off waits, and one about one’s own words is sent', async () => {
  const reader = await makeMember();
  const data = { title: 'T', path: '/t/1/t', name: 'N', reason: 'Because' };
  const send = (kind: 'thread.replied' | 'post.hidden') =>
    inTransaction(admin, (ctx) =>
      notify(
        ctx,
        forumNotices[kind] as (typeof forumNotices)['post.hidden'],
        { id: crypto.randomUUID(), at: clock() },
        [{ memberId: reader.id, data }],
      ),
    ).catch((error: unknown) => (error as Deferred).area);
  const kinds = async () =>
    (await db.notification.findMany({ where: { memberId: reader.id } })).map(({ kind }) => kind);
  await turnOff('community');
  expect(await send('thread.replied')).toBe('community');
  await send('post.hidden');
  expect(await kinds()).toEqual(['post.hidden']);
  await turnOff();
  await send('thread.replied');
  expect((await kinds()).toSorted()).toEqual(['post.hidden', 'thread.replied']);
});

/** What is told also where its area is off: what becomes of one’s own words, of one’s own entry, and that a drop is canceled. */
const told = ['drop.cancelled', 'post.edited', 'post.hidden', 'post.restored', 'wave.lost'];
/** What waits leads to an address of its area or says of what it is; what leads to one of no area never waits. */
it('every message waits for an area, or leads to where something always is, or is told whatever is off', () => {
  const waits = [...notices.values()].filter(({ area }) => area).map(({ kind }) => kind);
  expect(waits.toSorted()).toEqual([
    ...['answer.accepted', 'fCode.issued', 'idea.accepted', 'idea.declined', 'idea.joined', 'idea.made', 'idea.merged'],
    ...['idea.mergedPrivately', 'idea.planned', 'idea.reopened', 'idea.started', 'member.joined', 'member.mentioned'],
    ...['post.replied'],
    ...['question.answered', 'question.sent', 'release.credited', 'release.shipped', 'reservation.reminded'],
    ...['review.answered', 'review.asked', 'stock.back', 'thread.replied', 'wave.added'],
    ...['wave.extended', 'wave.postponed'],
  ]);
  expect(told.filter((kind) => waits.includes(kind as never))).toEqual([]);
});
