import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { warnMember } from '@/lib/members/commands';
import { memberNotices } from '@/lib/members/notices';
import { createMailer } from '@/lib/outside/mail';
import { newsNotices } from '@/lib/news/notices';
import { ownershipNotices } from '@/lib/ownership/notices';
import { react } from '@/lib/server/react';
import { countStatements, truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { countWritten } from '@/tests/support/notices';
import { startSmtpServer } from '@/tests/support/smtp-server';

import { mail, markRead, notify } from './commands';
import { countUnread, listNotifications } from './queries';
import { renderMail } from './render-mail';
import { wordsIn } from './schema';
import { sendMail } from './send-mail';

beforeEach(truncateAll);

const { 'member.joined': joined, 'member.warned': warned, 'member.suspensionLifted': lifted } = memberNotices;
const occasion = (at = clock()) => ({ id: randomUUID(), at });

describe('a notice', () => {
  it('is sent once for its event, however often it is told, in each channel that it declares', async () => {
    const member = await makeMember();
    const event = occasion();
    for (let at = 0; at < 3; at += 1)
      await inTransaction(system, (ctx) => notify(ctx, lifted, event, [{ memberId: member.id, data: {} }]));
    expect(await countWritten()).toEqual([1, 1, 1]);
    await inTransaction(system, (ctx) => notify(ctx, joined, occasion(), [{ memberId: member.id, data: {} }]));
    expect(await countWritten()).toEqual([2, 1, 1]);
    const closed = memberNotices['password.changed'];
    await inTransaction(system, (ctx) => notify(ctx, closed, occasion(), [{ memberId: member.id, data: {} }]));
    expect(await countWritten()).toEqual([2, 2, 2]);
  });

  it('leaves no mail and no job behind when the change is taken back', async () => {
    const member = await makeMember();
    await inTransaction(system, async (ctx) => {
      await notify(ctx, lifted, occasion(), [{ memberId: member.id, data: {} }]);
      throw new Error('taken back');
    }).catch(() => undefined);
    expect(await countWritten()).toEqual([0, 0, 0]);
  });

  it('has the time of its event, not that of the worker', async () => {
    const member = await makeMember();
    const at = new Date(Date.UTC(2026, 0, 1));
    await inTransaction(system, (ctx) => notify(ctx, lifted, occasion(at), [{ memberId: member.id, data: {} }]));
    expect((await db.notification.findFirstOrThrow()).createdAt).toEqual(at);
    expect((await db.mail.findFirstOrThrow()).createdAt).toEqual(at);
  });

  it('is mailed to nobody whose address is not proved', async () => {
    const imported = await makeMember({
      confirmed: false,
      email: 'someone@example.org',
      source: 'discourse',
      sourceId: 'x',
    });
    const recipients = [{ memberId: imported.id, data: { reason: 'x' } }];
    await inTransaction(system, (ctx) => notify(ctx, warned, occasion(), recipients));
    expect(await countWritten()).toEqual([1, 0, 0]);
  });

  it('goes from a warning through its event to the app and the mail, in the member’s language', async () => {
    const member = await makeMember({ locale: 'zh' });
    await transact(warnMember)(system, { memberId: member.id, reason: '请不要刷屏' });
    const event = await db.event.findFirstOrThrow({ where: { name: 'member.warned' } });
    await react(event.id);
    await react(event.id);
    expect(await db.notification.count({ where: { memberId: member.id, kind: 'member.warned' } })).toBe(1);
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
      const event = occasion(new Date(Date.UTC(2026, 0, 1, 0, Math.floor(at / 5))));
      await inTransaction(system, (ctx) => notify(ctx, joined, event, [{ memberId: member.id, data: {} }]));
    }
    await inTransaction(system, (ctx) => notify(ctx, joined, occasion(), [{ memberId: other.id, data: {} }]));
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
    const { text } = renderMail(
      warned,
      { locale: 'en', name: 'נועה' },
      { data: { reason: 'די' }, path: '/' },
      { brand: neutralBrand },
    );
    expect(text).toContain('\u2068נועה\u2069');
    expect(text).toContain('\u2068די\u2069');
  });

  it('fill a mail in its reader’s language', () => {
    const letters = (['en', 'zh'] as const).map(
      (locale) =>
        renderMail(
          ownershipNotices['owner.registered'],
          { locale, name: 'Kit' },
          { data, path: '/owned' },
          { brand: neutralBrand },
        ).text,
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
        mail(ctx, memberNotices['signUp.requested'], {
          key: 'k',
          to: 'kit@example.org',
          locale: 'en',
          data: { handle: 'kit', code: '123456' },
        }),
      );
      const { id } = await db.mail.findFirstOrThrow();
      await sendMail(id, mailer);
      await sendMail(id, mailer);
      expect(server.mails).toHaveLength(1);
      expect(JSON.stringify(server.mails[0])).not.toContain('List-Unsubscribe');
      expect((await db.mail.findFirstOrThrow()).sentAt).not.toBeNull();
    } finally {
      mailer.close();
      await server.close();
    }
  });

  it('of a list says where one press leaves it, and forgets the address with its words', async () => {
    const server = await startSmtpServer();
    const mailer = createMailer({ url: server.url, from: 'hello@foxtail.example' });
    const leave = 'https://foxtail.example/en/news/leave?key=a.b';
    try {
      const to = { key: 'k', to: 'kit@example.org', locale: 'en', leave } as const;
      await inTransaction(system, (ctx) => mail(ctx, newsNotices['news.opened'], { ...to, data: { leave } }));
      const { id } = await db.mail.findFirstOrThrow();
      await sendMail(id, mailer);
      const sent = JSON.stringify(server.mails[0]);
      expect(sent).toContain(`List-Unsubscribe: <${leave}>`);
      expect(sent).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      expect(await db.mail.findFirstOrThrow()).toMatchObject({ leave: null, text: '' });
    } finally {
      mailer.close();
      await server.close();
    }
  });

  it('lets nothing that a member typed become markup or another header', () => {
    const { html, subject } = renderMail(
      warned,
      { locale: 'en', name: '<b>Kit</b>' },
      { data: { reason: '<img src=x onerror=alert(1)>"\'' }, path: '/' },
      { brand: neutralBrand },
    );
    expect(html).not.toMatch(/<img|<b>Kit/);
    expect(subject).not.toMatch(/[\r\n]/);
    const claimed = renderMail(
      memberNotices['account.claimed'],
      { locale: 'en', name: '' },
      { data: { handle: 'a\r\nBcc: x@evil.example', code: '1' } },
      { brand: neutralBrand },
    );
    expect(claimed.subject).not.toMatch(/[\r\n]/);
  });
});
