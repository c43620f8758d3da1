import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { readerPart } from '@/lib/flows/members/viewer-reader';
import { actorOf, actorOfRequest } from '@/lib/server/actor';
import { openSession, sealSession, type Session } from '@/lib/server/token';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { endOtherSessions, endOwnSession, noteSession, setPassword } from './commands';
import { listSessions } from './queries/sessions';
import { readAgent } from './read-agent';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** A session as a browser carries it, already seen once. */
async function signIn(memberId: string, agent = firefox, version = 1): Promise<Session> {
  const session = (await openSession(await sealSession({ memberId, version })))!;
  await readerPart(await who(session, agent));
  return session;
}

const who = async (session: Session, agent = firefox) => (await actorOf(session, { agent })) as SignedIn;
const listed = async (memberId: string) =>
  (await listSessions(reading(), { memberId })).map(({ id, browser, system }) => ({ id, browser, system }));
const kinds = (session: Session) =>
  Promise.all([actorOf, actorOfRequest].map(async (read) => (await read(session)).kind));

it.each([
  [firefox, 'Firefox', 'Linux'],
  [iphone, 'Safari', 'iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge', 'Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0 Safari/537.36', 'Chrome', 'macOS'],
  [
    'Mozilla/5.0 (Linux; Android 15; SM-S931B) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
    'Samsung Internet',
    'Android',
  ],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.60', 'WeChat', 'Android'],
  ['curl/8.14', null, null],
  [undefined, null, null],
])('reads %s', (agent, browser, system) => expect(readAgent(agent)).toEqual({ browser, system }));

describe('the sessions of a member', () => {
  it('are listed by device; one that is ended opens nothing at once, and no later use brings it back', async () => {
    const { id: memberId } = await makeMember();
    const [here, there] = [await signIn(memberId), await signIn(memberId, iphone)];
    const other = await signIn((await makeMember()).id);
    expect(await listed(memberId)).toEqual([
      { id: there.id, browser: 'Safari', system: 'iPhone' },
      { id: here.id, browser: 'Firefox', system: 'Linux' },
    ]);
    const asking = await who(there, iphone);
    for (const wrong of [other.id!, randomUUID()])
      expect(await refusal(transact(endOwnSession)(await who(here), { sessionId: wrong }))).toBe('not-found');
    await transact(endOwnSession)(await who(here), { sessionId: there.id! });
    // What was asked before the end is written after it.
    const later = after(clock(), 20 * minute);
    await noteSession({ db, now: later, actor: asking });
    expect([await kinds(there), await kinds(here), await kinds(other)]).toEqual([
      ['guest', 'guest'],
      ['member', 'member'],
      ['member', 'member'],
    ]);
    expect(await listed(memberId)).toEqual([{ id: here.id, browser: 'Firefox', system: 'Linux' }]);
  });

  it('end all but the one that asks, also those that were never seen and copies of its own token', async () => {
    const { id: memberId } = await makeMember();
    const here = await signIn(memberId);
    await signIn(memberId, iphone);
    const unseen = (await openSession(await sealSession({ memberId, version: 1 })))!;
    await db.memberSession.update({ where: { id: here.id }, data: { confirmedAt: clock() } });
    const { version } = await transact(endOtherSessions)(await who(here), undefined);
    const goesOn = (await openSession(await sealSession({ memberId, version, id: here.id })))!;
    expect([(await kinds(here))[0], (await kinds(unseen))[0], (await kinds(goesOn))[0]]).toEqual([
      'guest',
      'guest',
      'member',
    ]);
    await readerPart(await who(goesOn));
    expect((await listed(memberId)).map(({ id }) => id)).toEqual([here.id]);
    // It is the same session, so that it need not give a second factor again.
    expect(await db.memberSession.findUnique({ where: { id: here.id } })).toMatchObject({ version });
    expect((await db.memberSession.findUnique({ where: { id: here.id } }))?.confirmedAt).not.toBeNull();
  });

  it('are gone with a new password', async () => {
    const { id: memberId } = await makeMember();
    const here = await signIn(memberId);
    const { version } = await transact(setPassword)(await who(here), { passwordHash: 'x' });
    expect(await listed(memberId)).toEqual([]);
    const fresh = await signIn(memberId, iphone, version);
    expect((await listed(memberId)).map(({ id }) => id)).toEqual([fresh.id]);
  });

  it('are written down once in ten minutes, also by many at once, and by no other member', async () => {
    const { id: memberId } = await makeMember();
    const session = (await openSession(await sealSession({ memberId, version: 1 })))!;
    const actor = await who(session);
    const begin = clock();
    const seenAt = async () => (await db.memberSession.findUniqueOrThrow({ where: { id: session.id } })).seenAt;
    const at = (minutes: number) => after(begin, minutes * minute);
    await Promise.all([0, 1, 2, 3].map((each) => noteSession({ db, now: at(each / 100), actor })));
    const first = await seenAt();
    await noteSession({ db, now: at(9), actor });
    expect(await seenAt()).toEqual(first);
    await noteSession({ db, now: at(11), actor });
    expect(await seenAt()).toEqual(at(11));
    await noteSession({ db, now: at(30), actor: { ...actor, id: (await makeMember()).id } });
    expect(await db.memberSession.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
      memberId,
      seenAt: at(11),
    });
  });
});
