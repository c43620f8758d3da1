import { beforeEach, describe, expect, it } from 'vitest';

import { guest, type Actor, type SignedIn } from '@/lib/core/actor';
import { withTags } from '@/tests/support/with-tags';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { builtInRoles, type BuiltInRole, type Permission } from '@/lib/core/permissions';
import { actorOf } from '@/lib/server/actor';
import { react } from '@/lib/server/react';
import { readReportedPosts } from '@/lib/flows/moderation/read-reported-posts';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { resolveReports } from '@/lib/flows/moderation/resolve-reports';
import { hidePost, restorePost } from '@/lib/forum/commands';
import {
  getBoardPage,
  getFeed,
  getOwnThreadPart,
  getPostHistory,
  getThreadPage,
  listBoards,
  listHiddenPosts,
  listLatestThreads,
  listPublicThreads,
  listThreadsBy,
} from '@/lib/forum/queries';
import { copyRole, editRole, grantRole } from '@/lib/members/commands';
import { truncateAll } from '@/tests/support/database';
import { makeBoard, makeMember, makeReply, makeThread, type MadeBoard } from '@/tests/support/forum-factories';

let board: MadeBoard;
let author: SignedIn;
let mod: SignedIn;
let number: number;
let opening: string;
let bad: string;
const hide = transact(hidePost);

beforeEach(async () => {
  await truncateAll();
  [board, author, mod] = [await makeBoard(), await makeMember(), await makeMember({ roles: ['MODERATOR'] })];
  const thread = await makeThread(await makeMember(), board, { body: 'an opening wozzle' });
  [number, opening] = [thread.number, thread.postId];
  bad = (await makeReply(author, number, 'a bad zorkmid')).postId;
});

const report = (actor: Actor, post = bad) => reportPost(actor, { post, reason: 'SPAM', note: 'look' });
const everythingPublic = async () =>
  JSON.stringify(
    await Promise.all([
      getThreadPage(reading(), { number }),
      getBoardPage(reading(), { slug: board.slug }),
      listBoards(reading()),
      listLatestThreads(reading(), { take: 50 }),
      listThreadsBy(reading(), { memberId: author.id }),
      getFeed(reading(), { slug: board.slug }),
      listPublicThreads(reading()),
      getPostHistory(reading(), { id: bad }),
    ]),
  );

describe('reporting', () => {
  it('is for confirmed members, once a post, and not of one’s own words', async () => {
    const fan = await makeMember();
    await report(fan);
    await expect(report(fan)).rejects.toMatchObject({ code: 'already-reported' });
    await expect(report(guest)).rejects.toMatchObject({ code: 'signed-out' });
    await expect(report(await makeMember({ confirmed: false }))).rejects.toMatchObject({ code: 'unconfirmed' });
    await expect(report(author)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await db.report.count({ where: { postId: bad } })).toBe(1);
  });

  it('by one member many times at once is one report', async () => {
    const fan = await makeMember();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => report(fan)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.report.count({ where: { postId: bad } })).toBe(1);
  });
});

describe('hiding', () => {
  it('takes the words out of everything public, marks it stale, and tells the author why', async () => {
    expect(await everythingPublic()).toContain('zorkmid');
    const { tags } = await withTags(() => hide(mod, { post: bad, reason: 'Advertising' }));
    expect(tags).toEqual(
      expect.arrayContaining([
        `thread:${number}`,
        `board:${board.slug}`,
        'boards',
        'threads',
        'home',
        `member:${author.handle}`,
      ]),
    );
    expect(await everythingPublic()).not.toContain('zorkmid');
    const event = await db.event.findFirstOrThrow({
      where: { name: 'post.hidden', payload: { path: ['postId'], equals: bad } },
    });
    await react(event.id);
    expect(await db.notification.findFirst({ where: { eventId: event.id } })).toMatchObject({
      memberId: author.id,
      kind: 'post.hidden',
      data: { reason: 'Advertising' },
    });
    expect(await db.auditEntry.findFirst({ where: { subjectId: bad } })).toMatchObject({
      act: 'post.hide',
      actorId: mod.id,
      reason: 'Advertising',
    });
  });

  it('of an opening post takes the whole thread away, and restoring brings it back', async () => {
    await hide(mod, { post: opening, reason: 'Advertising' });
    expect(await getThreadPage(reading(), { number })).toBeNull();
    const shown = await everythingPublic();
    expect(shown).not.toContain('wozzle');
    expect(shown).not.toContain('zorkmid');
    expect(shown).not.toContain('How do the cups wear');
    expect((await listHiddenPosts(reading(mod), {})).posts.map(({ id }) => id)).toContain(opening);
    await transact(restorePost)(mod, { post: opening, reason: 'I was wrong' });
    expect(await everythingPublic()).toContain('wozzle');
  });

  it.each(builtInRoles)('%s', async (role: BuiltInRole) => {
    const staff = await makeMember({ roles: [role] });
    const may = role === 'MODERATOR' || role === 'ADMIN';
    const deed = hide(staff, { post: bad, reason: 'Because' });
    await (may ? expect(deed).resolves.toBeUndefined() : expect(deed).rejects.toMatchObject({ code: 'forbidden' }));
    const queue = readReportedPosts(reading(staff));
    await (may ? expect(queue).resolves.toBeTruthy() : expect(queue).rejects.toMatchObject({ code: 'not-found' }));
  });

  it('is for every role that decides on reports, and for no other', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const holder = async (...permissions: Permission[]) => {
      const names = { name: 'Desk', nameZh: '值班' };
      const { key: role } = await transact(copyRole)(admin, { from: 'SUPPORT', ...names });
      await transact(editRole)(admin, { role, ...names, permissions });
      const member = await makeMember();
      await transact(grantRole)(admin, { memberId: member.id, role, reason: 'Because' });
      return actorOf({ memberId: member.id, version: 1 });
    };
    const [decides, edits] = [await holder('moderation.decide'), await holder('forum.moderate')];
    expect(await getOwnThreadPart(reading(decides), { number })).toMatchObject({ canHide: true, canModerate: false });
    expect(await getOwnThreadPart(reading(edits), { number })).toMatchObject({ canHide: false, canModerate: true });
    await expect(hide(edits, { post: bad, reason: 'Because' })).rejects.toMatchObject({ code: 'forbidden' });
    await hide(decides, { post: bad, reason: 'Because' });
    expect((await listHiddenPosts(reading(decides), {})).posts.map(({ id }) => id)).toEqual([bad]);
  });

  it('is not for fans and guests', async () => {
    for (const actor of [guest, await makeMember(), author])
      await expect(hide(actor, { post: bad, reason: 'Because' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('deciding', () => {
  const decide = (actor: Actor, verdict: 'hide' | 'warn' | 'suspend' | 'nothing', days?: number) =>
    resolveReports(actor, { post: bad, verdict, reason: 'Seen it', days });

  it('shows the post in its place and settles all its reports together', async () => {
    await report(await makeMember());
    await report(await makeMember());
    const other = (await makeReply(author, number, 'another zorkmid')).postId;
    await report(await makeMember(), other);
    const {
      rows: [waiting, next],
    } = await readReportedPosts(reading(mod));
    expect(next).toMatchObject({ post: { id: other }, reports: [{ reason: 'SPAM', note: 'look' }] });
    expect(waiting).toMatchObject({
      post: { id: bad },
      thread: { number },
      before: { number: 1 },
      author: { handle: author.handle, warnings: 0 },
    });
    expect(waiting?.reports).toHaveLength(2);
    expect(await decide(mod, 'nothing')).toEqual({ settled: 2 });
    expect((await readReportedPosts(reading(mod))).rows.map(({ post }) => post.id)).toEqual([other]);
    expect((await getThreadPage(reading(), { number }))?.posts[1]?.hidden).toBeNull();
    await expect(decide(mod, 'hide')).rejects.toMatchObject({ code: 'already-settled' });
  });

  it('by two at once lets one decide', async () => {
    await report(await makeMember());
    const other = await makeMember({ roles: ['MODERATOR'] });
    const both = await Promise.allSettled([decide(mod, 'hide'), decide(other, 'warn')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('to warn hides the post and warns its author', async () => {
    await report(await makeMember());
    await decide(mod, 'warn');
    expect(await db.warning.count({ where: { memberId: author.id, byId: mod.id } })).toBe(1);
    expect(await everythingPublic()).not.toContain('zorkmid');
  });

  it('to suspend shuts the author out for so many days', async () => {
    await report(await makeMember());
    await decide(mod, 'suspend', 7);
    const suspension = await db.suspension.findFirstOrThrow({ where: { memberId: author.id } });
    expect(suspension.until!.getTime() - suspension.at.getTime()).toBe(7 * 86_400_000);
    expect(
      await db.auditEntry.count({
        where: { actorId: mod.id, act: { in: ['reports.settle', 'post.hide', 'member.suspend'] } },
      }),
    ).toBe(3);
  });

  it('is all or nothing', async () => {
    await report(await makeMember());
    await db.grant.create({ data: { memberId: author.id, roleKey: 'ADMIN', at: new Date() } });
    await expect(decide(mod, 'suspend')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await db.report.count({ where: { postId: bad, resolvedAt: null } })).toBe(1);
    expect(await db.hiding.count({ where: { postId: bad } })).toBe(0);
    await expect(decide(await makeMember(), 'hide')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
