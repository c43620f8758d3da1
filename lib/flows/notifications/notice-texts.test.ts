import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { locales, type Locale } from '@/lib/core/locale';
import { tryText } from '@/lib/core/try-text';
import { clock } from '@/lib/core/time';
import { notices } from '@/lib/domains-notices';
import { memberNotices } from '@/lib/members/notices';
import { addressOfKind, kindOfAddress } from '@/lib/notifications/choices/mail-parts';
import { bellKind, bellOf, everyMail } from '@/lib/notifications/choices/notice-parts';
import { mail, saveNoticeWords } from '@/lib/notifications/commands';
import { bellSamplesOf } from '@/lib/notifications/mail-texts/samples';
import { renderMail } from '@/lib/notifications/render-mail';
import { noticeTextInput } from '@/lib/notifications/schema';
import { builtInBell } from '@/lib/notifications/sentences';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

import { getNoticeText, listBells, putBackNotice, wordNotice } from './notice-texts';
import { readNotifications } from './read-notifications';

const bells = [...notices.values()].filter(({ channels }) => channels.includes('app'));
const replied = bellKind('post.replied');
const given = (more: object = {}) =>
  noticeTextInput.parse({ kind: replied, language: 'en', shown: '0', sentence: '{name} wrote back', ...more });
const frame = (more: object = {}) =>
  noticeTextInput.parse({ kind: everyMail, language: 'en', shown: '0', greeting: '', footer: '', ...more });
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const rings = async (locale: Locale = 'en') => {
  const { notifications } = await readNotifications(reading(admin), { memberId: admin.id, locale });
  return notifications.map(({ sentence }) => sentence);
};
const tell = (kind: string, data: object) =>
  db.notification.create({
    data: { memberId: admin.id, kind, data, path: '/', eventId: randomUUID(), createdAt: clock() },
  });

describe('the sentence of a bell', () => {
  it('is the brand’s own once it was saved, in one language, also of what was told before', async () => {
    await tell('post.replied', { title: 'Hinges', name: 'Kit', path: '/' });
    const [built] = await rings();
    await wordNotice(admin, given());
    expect(await rings()).toEqual(['Kit wrote back']);
    expect(await rings('zh')).toEqual([expect.stringContaining('Kit')]);
    await putBackNotice(admin, { kind: replied, language: 'en', shown: 1 });
    expect(await rings()).toEqual([built]);
    await putBackNotice(admin, { kind: replied, language: 'en', shown: 2, version: 1 });
    expect(await rings()).toEqual(['Kit wrote back']);
    const { versions } = (await getNoticeText(reading(admin), { kind: replied, language: 'en' }))!;
    expect(versions.map(({ version, words, by }) => [version, words.sentence, by?.name])).toEqual([
      [3, '{name} wrote back', 'Ada'],
      [2, undefined, 'Ada'],
      [1, '{name} wrote back', 'Ada'],
    ]);
    const acts = await db.auditEntry.findMany({ orderBy: { at: 'asc' }, select: { act: true, subjectId: true } });
    expect(acts.map(({ act }) => act)).toEqual(['noticeText.save', 'noticeText.putBack', 'noticeText.putBack']);
    expect(acts[0]!.subjectId).toBe('bell.post.replied en');
  });

  it('is shown before it is saved, which writes nothing', async () => {
    const { preview } = await wordNotice(admin, given({ act: 'preview' }));
    expect(preview).toEqual({ sentence: 'Alex wrote back' });
    expect(await db.settingsVersion.count()).toBe(0);
  });

  it('says the program’s words where it is left empty or as it was', async () => {
    await wordNotice(admin, given());
    await wordNotice(admin, given({ shown: '1', sentence: builtInBell('en', 'post.replied') }));
    const text = (await getNoticeText(reading(admin), { kind: replied, language: 'en' }))!;
    expect([text.own, text.shown]).toEqual([false, 2]);
  });

  it('gives way to the program’s where it cannot be said of what happened, and spoils no other', async () => {
    await tell('post.replied', { title: 'Hinges', name: 'Kit', path: '/' });
    const data = { words: { sentence: 'Hi {gone}' } };
    await db.settingsVersion.create({ data: { name: `words:${replied}:en`, version: 1, data, at: clock() } });
    await db.settingsVersion.create({
      data: { name: 'words:bell.drop.cancelled:en', version: 1, data: [], at: clock() },
    });
    expect(await rings()).toEqual([expect.stringContaining('Hinges')]);
  });

  it.each<[string, object, [code: string, field: string]]>([
    ['a name that it does not know', { sentence: '{parcel}' }, ['text-name', 'sentence']],
    ['the brand’s name, which no bell is filled with', { sentence: '{brand}' }, ['text-name', 'sentence']],
    ['a name that every object has', { sentence: '{toString}' }, ['text-name', 'sentence']],
    ['braces that do not match', { sentence: '{name' }, ['text-malformed', 'sentence']],
    ['marks of HTML', { sentence: '<img src=x>' }, ['text-marks', 'sentence']],
    ['a date of what is text', { sentence: '{name, date}' }, ['text-kind', 'sentence']],
    [
      'no reason where one must be said',
      { kind: bellKind('post.hidden'), sentence: 'It is hidden' },
      ['text-lacks', 'sentence'],
    ],
    [
      'its reason in one branch only',
      { kind: bellKind('post.hidden'), sentence: '{title, select, x {{reason}} other {}}' },
      ['text-lacks', 'sentence'],
    ],
    ['a footer that does not say from where it comes', { kind: everyMail, footer: 'Bye' }, ['text-lacks', 'footer']],
    [
      'a greeting that names what only the footer knows',
      { kind: everyMail, greeting: '{address}' },
      ['text-name', 'greeting'],
    ],
  ])('is refused with %s', async (_, more, [code, field]) => {
    const error = await refused(wordNotice(admin, given(more)));
    expect([error.code, error.detail.field]).toEqual([code, field]);
    expect(await db.settingsVersion.count()).toBe(0);
  });

  it('is for who may change it, of a bell that there is', async () => {
    const fan = await makeMember();
    expect(await refusal(wordNotice(fan, given()))).toBe('forbidden');
    expect(await refusal(putBackNotice(fan, { kind: replied, language: 'en', shown: 0 }))).toBe('forbidden');
    // A mail without a bell, a bell without its mark, and names that every object has.
    for (const kind of ['bell.signUp.requested', 'post.replied', 'bell.no.such', 'bell.__proto__', 'bell.constructor'])
      expect([kind, await refusal(wordNotice(admin, { ...given(), kind }))]).toEqual([kind, 'not-found']);
    expect(await getNoticeText(reading(admin), { kind: 'bell.toString', language: 'en' })).toBeNull();
  });

  it('is cleaned and bounded', () => {
    expect(given({ sentence: 'A\0B\ud800\u200b' }).words.sentence).not.toMatch(/[\0\ud800\u200b]/);
    for (const wrong of [
      { sentence: 'x'.repeat(301) },
      { kind: '../x' },
      { kind: 'a' },
      { language: 'de' },
      { shown: '-1' },
    ])
      expect(noticeTextInput.safeParse({ kind: replied, language: 'en', shown: '0', ...wrong }).success).toBe(false);
  });

  it('of several at once who saw the same version is that of the first; control: without the number it would be of several', async () => {
    const save = (sentence: string) =>
      refusal(transact(saveNoticeWords)(admin, { kind: replied, language: 'en', shown: 0, words: { sentence } }));
    const both = () => Promise.all(['A', 'B', 'C', 'D'].map(save));
    expect((await both()).toSorted()).toEqual(['done', ...Array<string>(3).fill('settings-changed')]);
    await db.settingsVersion.deleteMany();
    await db.$executeRaw`ALTER TABLE "SettingsVersion" DROP CONSTRAINT "SettingsVersion_pkey"`;
    expect((await both()).filter((end) => end === 'done').length).toBeGreaterThan(1);
    await db.settingsVersion.deleteMany();
    await db.$executeRaw`ALTER TABLE "SettingsVersion" ADD PRIMARY KEY ("name", "version")`;
  });
});

describe('what stands in every mail', () => {
  const notice = memberNotices['member.warned'];
  const warn = async (key: string, name = 'Kit') => {
    const data = { reason: 'Spam' };
    await inTransaction(admin, (ctx) =>
      mail(ctx, notice, { key, to: 'a@fans.test', locale: 'en', memberId: admin.id, name, data }),
    );
    return db.mail.findUniqueOrThrow({ where: { key } });
  };

  it('greets and ends mails in the brand’s words, and in the program’s again', async () => {
    await wordNotice(admin, frame({ greeting: 'Ahoy {name}!', footer: '{brand} sent this from {address}' }));
    const { text, html } = await warn('one');
    expect(text).toContain('Ahoy Kit!');
    expect(text).toMatch(/-- \nMillet sent this from http/);
    expect(html).toContain('Ahoy Kit!');
    expect((await warn('two', '')).text).not.toContain('Ahoy');
    await putBackNotice(admin, { kind: everyMail, language: 'en', shown: 1 });
    expect((await warn('three')).text).toContain('Hello Kit,');
  });

  it('is shown around a mail that every shop knows', async () => {
    const { preview } = await wordNotice(admin, frame({ act: 'preview', greeting: 'Ahoy {name}!' }));
    expect(preview).toMatchObject({
      mail: { greeting: 'Ahoy Alex!', footer: expect.stringContaining('Millet') as string },
    });
  });

  it('lets nothing become markup, and gives way where it cannot be said', () => {
    const frames = { en: { greeting: 'A & "{name}"', footer: 'Hi {gone}' } };
    const reader = { locale: 'en', name: '<img src=x>' } as const;
    const { html, text } = renderMail(notice, reader, { data: { reason: 'x' } }, { brand: neutralBrand, frames });
    expect(html).toContain('A &amp; &quot;&lt;img src=x&gt;&quot;');
    expect(html).not.toContain('<img');
    expect(text).toContain('You’re getting this email');
  });
});

describe.each(locales)('in %s', (locale) => {
  it.each(bells.map((notice) => [notice.kind, notice] as const))(
    'the program’s sentence of %s passes as one',
    (kind, notice) => {
      const words = builtInBell(locale, kind);
      expect(() => tryText('sentence', words, { locale, ...bellSamplesOf(notice, locale) })).not.toThrow();
      expect(bellOf(kindOfAddress(addressOfKind(bellKind(kind))))).toBe(kind);
    },
  );

  it('each bell is in the list with its sentence, and those that the brand words by their language', async () => {
    await wordNotice(admin, given());
    const list = await listBells(reading(admin), locale);
    expect(list.map(({ kind }) => kind).toSorted()).toEqual(bells.map(({ kind }) => kind).toSorted());
    for (const { sentence } of list) expect(sentence).not.toMatch(/[{}]|undefined|mailKinds/);
    expect(list.filter(({ own }) => own.length > 0)).toEqual([
      {
        kind: 'post.replied',
        own: ['en'],
        sentence: expect.stringContaining(locale === 'en' ? 'wrote back' : '') as string,
      },
    ]);
  });
});
