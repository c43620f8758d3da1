import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { sendMail } from './send-mail';
import { warnMember } from '@/lib/members/commands';
import { messages } from '@/messages';
import { startSmtpServer } from '@/tests/support/smtp-server';
import { createMailer } from '@/lib/outside/mail';
import { countStatements, truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';

import { mail, markRead, notify, tell } from './commands';
import { countUnread, listNotifications } from './queries';
import { renderMail } from './render-mail';
import { wordsIn } from './schema';

beforeEach(truncateAll);

describe('telling a member', () => {
  it('happens once for an event, however often it is told', async () => {
    const member = await makeMember();
    const eventId = randomUUID();
    for (let at = 0; at < 3; at += 1)
      await inTransaction(system, (ctx) =>
        tell(ctx, { memberId: member.id, kind: 'suspensionLifted', path: '/boards', eventId }),
      );
    expect(await db.notification.count()).toBe(1);
    expect(await db.mail.count()).toBe(1);
    const jobs = await db.$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'sendMail'`;
    expect(Number(jobs[0]?.count)).toBe(1);
  });

  it('leaves no mail and no job behind when the change is taken back', async () => {
    const member = await makeMember();
    await inTransaction(system, async (ctx) => {
      await tell(ctx, { memberId: member.id, kind: 'suspensionLifted', path: '/boards', eventId: randomUUID() });
      throw new Error('taken back');
    }).catch(() => undefined);
    const jobs = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM graphile_worker.jobs`;
    expect([await db.mail.count(), await db.notification.count(), Number(jobs[0]?.count)]).toEqual([0, 0, 0]);
  });

  it('mails nobody whose address is not proved', async () => {
    const imported = await makeMember({
      confirmed: false,
      email: 'someone@example.org',
      source: 'discourse',
      sourceId: 'x',
    });
    await inTransaction(system, (ctx) =>
      tell(ctx, { memberId: imported.id, kind: 'warned', data: { reason: 'x' }, path: '/', eventId: randomUUID() }),
    );
    expect(await db.mail.count()).toBe(0);
  });

  it('follows a warning through its event to the app and the mail, in the member’s language', async () => {
    const member = await makeMember({ locale: 'zh' });
    await transact(warnMember)(system, { memberId: member.id, reason: '请不要刷屏' });
    const event = await db.event.findFirstOrThrow({ where: { name: 'member.warned' } });
    await react(event.id);
    await react(event.id);
    expect(await db.notification.count({ where: { memberId: member.id, kind: 'warned' } })).toBe(1);
    const [letter] = await db.mail.findMany();
    expect(letter).toMatchObject({ locale: 'zh', subject: '版主有话对你说' });
    expect(letter?.text).toContain('请不要刷屏');
  });
});

describe('the list', () => {
  it('pages by key, counts what is unread, and marks it', async () => {
    const member = await makeMember();
    const other = await makeMember();
    for (let at = 0; at < 60; at += 1) {
      await inTransaction(
        system,
        (ctx) => notify(ctx, { memberId: member.id, kind: 'welcome', path: '/', eventId: randomUUID() }),
        { now: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(at / 5))) },
      );
    }
    await inTransaction(system, (ctx) =>
      notify(ctx, { memberId: other.id, kind: 'welcome', path: '/', eventId: randomUUID() }),
    );
    const seen = new Set<string>();
    let after: { at: Date; id: string } | undefined;
    for (let more = true; more;) {
      const { result: page, statements } = await countStatements(() =>
        listNotifications({ db }, { memberId: member.id, after }),
      );
      expect(statements.length).toBe(1);
      page.notifications.forEach(({ id }) => seen.add(id));
      const last = page.notifications.at(-1);
      after = last && { at: last.createdAt, id: last.id };
      more = page.more;
    }
    expect(seen.size).toBe(60);
    expect(await countUnread({ db }, { memberId: member.id })).toBe(60);
    await inTransaction(member, (ctx) => markRead(ctx, { memberId: member.id }));
    expect(await countUnread({ db }, { memberId: member.id })).toBe(0);
    expect(await countUnread({ db }, { memberId: other.id })).toBe(1);
  });
});

describe('words', () => {
  const data = { product: { en: 'Foxtail Air', zh: '狐尾 Air' }, serial: 'FA-1', ideas: 2 };

  it('come to a sentence in its own language, and as they are where there is one of them', () => {
    expect(wordsIn('en', data)).toEqual({ product: 'Foxtail Air', serial: 'FA-1', ideas: 2 });
    expect(wordsIn('zh', data)).toEqual({ product: '狐尾 Air', serial: 'FA-1', ideas: 2 });
  });

  it('written from the right are isolated, so that the quotes around them stay where they belong', () => {
    const { text } = renderMail({ kind: 'warned', data: { reason: 'די' }, locale: 'en', name: 'נועה', path: '/' });
    expect(text).toContain('\u2068נועה\u2069');
    expect(text).toContain('\u2068די\u2069');
  });

  it('fill a mail in its reader’s language', () => {
    const letters = (['en', 'zh'] as const).map(
      (locale) => renderMail({ kind: 'owner.registered', data, locale, name: 'Kit', path: '/owned' }).text,
    );
    expect(letters[0]).toContain('Foxtail Air');
    expect(letters[1]).toContain('狐尾 Air');
    expect(letters.join()).not.toContain('[object');
  });
});

describe('mail', () => {
  it('is sent once', async () => {
    const server = await startSmtpServer();
    const mailer = createMailer({ url: server.url, from: 'hello@foxtail.example' });
    try {
      await inTransaction(system, (ctx) =>
        mail(ctx, {
          key: 'k',
          to: 'kit@example.org',
          locale: 'en',
          kind: 'confirmEmail',
          data: { name: 'Kit', handle: 'kit', code: '123456' },
        }),
      );
      const { id } = await db.mail.findFirstOrThrow();
      await sendMail(id, mailer);
      await sendMail(id, mailer);
      expect(server.mails).toHaveLength(1);
      expect((await db.mail.findFirstOrThrow()).sentAt).not.toBeNull();
    } finally {
      mailer.close();
      await server.close();
    }
  });

  it('lets nothing that a member typed become markup or another header', () => {
    const { html, subject } = renderMail({
      kind: 'warned',
      data: { reason: '<img src=x onerror=alert(1)>"\'' },
      locale: 'en',
      name: '<b>Kit</b>',
      path: '/',
    });
    expect(html).not.toMatch(/<img|<b>Kit/);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(
      renderMail({
        kind: 'claimMember',
        data: { handle: 'a\r\nBcc: x@evil.example', code: '1' },
        locale: 'en',
        name: '',
      }).subject,
    ).not.toMatch(/[\r\n]/);
  });

  it('has a subject and a body for every kind, in both languages', () => {
    const [en, zh] = (['en', 'zh-CN'] as const).map((tag) => kindsIn(messages[tag].mail));
    expect(en).toContain('warned');
    expect(zh).toEqual(en);
  });
});

type Tree = { [key: string]: string | Tree };

// A kind is what has a subject or a body; both must be there.
function kindsIn(tree: Tree, path: string[] = []): string[] {
  if ('subject' in tree || 'body' in tree) {
    expect([path.join('.'), Boolean(tree.subject), Boolean(tree.body)]).toEqual([path.join('.'), true, true]);
    return [path.join('.')];
  }
  return Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === 'string' ? [] : kindsIn(value, [...path, key])))
    .toSorted();
}
