import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { translator } from '@/lib/core/i18n';
import { clock } from '@/lib/core/time';
import { locales } from '@/lib/core/locale';
import { neutralBrand } from '@/lib/core/brand';
import { notices } from '@/lib/domains-notices';
import { memberNotices } from '@/lib/members/notices';
import { mail, saveMailText } from '@/lib/notifications/commands';
import { forgetMailTexts, readMailTexts } from '@/lib/notifications/mail-texts/current';
import { addressOfKind, kindOfAddress, type MailWords } from '@/lib/notifications/choices/mail-parts';
import { placeholdersOf, samplesOf } from '@/lib/notifications/mail-texts/samples';
import { tryWords } from '@/lib/notifications/mail-texts/try-words';
import { renderMail } from '@/lib/notifications/render-mail';
import { mailTextInput } from '@/lib/notifications/schema';
import { builtInWords } from '@/lib/notifications/sentences';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

import { getMailText, listMailTexts, putBackMail, sendMailText, wordMail } from './mail-texts';

const byMail = [...notices.values()].filter(({ channels }) => channels.includes('mail'));
const shipped = notices.get('order.shipped')!;
const given = (more: object = {}) => ({
  ...mailTextInput.parse({
    ...{ kind: 'order.shipped', language: 'en', shown: '0', subject: 'Off it goes: {item}', heading: 'On its way' },
    ...{ body: 'With {carrier}: {tracking}\n\nYours, {brand}', button: 'Follow it' },
    ...more,
  }),
});
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  forgetMailTexts();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const warn = async (key: string) => {
  const notice = memberNotices['member.warned'];
  const { id } = admin;
  await inTransaction(admin, (ctx) =>
    mail(ctx, notice, { key, to: 'a@fans.test', locale: 'en', memberId: id, data: { reason: 'Spam' } }),
  );
  return db.mail.findUniqueOrThrow({ where: { key } });
};

describe('the words of a mail', () => {
  it('are the brand’s once they were saved, in one language, and the program’s again', async () => {
    const words = { subject: 'A word from {brand}', heading: 'Please', body: 'Why: {reason}', button: '' };
    await wordMail(admin, given({ kind: 'member.warned', ...words }));
    forgetMailTexts();
    expect(await warn('one')).toMatchObject({ subject: `A word from ${neutralBrand.name.en}` });
    expect((await warn('two')).text).toContain('Why: Spam');
    expect((await getMailText(reading(admin), { kind: 'member.warned', language: 'zh' }))?.own).toBe(false);
    const built = builtInWords('en', 'member.warned');
    await putBackMail(admin, { kind: 'member.warned', language: 'en', shown: 1 });
    forgetMailTexts();
    expect((await warn('three')).text).toContain(built.heading);
    await putBackMail(admin, { kind: 'member.warned', language: 'en', shown: 2, version: 1 });
    forgetMailTexts();
    expect((await warn('four')).text).toContain('Why: Spam');
    const { versions } = (await getMailText(reading(admin), { kind: 'member.warned', language: 'en' }))!;
    expect(versions.map(({ version, words: each, by }) => [version, each?.heading, by?.name])).toEqual([
      [3, 'Please', 'Ada'],
      [2, undefined, 'Ada'],
      [1, 'Please', 'Ada'],
    ]);
    const acts = await db.auditEntry.findMany({ orderBy: { at: 'asc' }, select: { act: true } });
    expect(acts.map(({ act }) => act)).toEqual(['mailText.save', 'mailText.putBack', 'mailText.putBack']);
  });

  it('are shown before they are saved, which writes nothing', async () => {
    const { preview } = await wordMail(admin, given({ act: 'preview' }));
    expect(preview).toMatchObject({ subject: 'Off it goes: Otter Lamp, warm white', button: 'Follow it' });
    expect(preview.paragraphs).toEqual(['With DHL: 00340434161094042557', `Yours, ${neutralBrand.name.en}`]);
    expect(await db.mailText.count()).toBe(0);
  });

  it.each<[string, object, [code: string, field: string, name?: string]]>([
    ['a name that it does not know', { body: 'Hi {parcel}' }, ['text-name', 'body', 'parcel']],
    ['braces that do not match', { heading: 'Hi {item' }, ['text-malformed', 'heading']],
    ['a choice without other', { body: '{item, select, a {x}}' }, ['text-malformed', 'body']],
    ['a name in one branch only', { body: '{carrier, select, DHL {{tail}} other {x}}' }, ['text-name', 'body', 'tail']],
    ['marks of HTML', { subject: 'Hi <b>you</b>' }, ['text-marks', 'subject']],
    ['no code of an address', { kind: 'news.opened', body: 'We are open' }, ['text-lacks', 'body', 'leave']],
    ['a number of what is text', { body: '{number, number}' }, ['text-kind', 'body', 'number']],
    ['a date of what is text', { heading: '{tracking, date}' }, ['text-kind', 'heading', 'tracking']],
    [
      'a name that every object has',
      { body: '{constructor, select, other {x}}' },
      ['text-name', 'body', 'constructor'],
    ],
    [
      'no way off the list but for one that has it as its name',
      { kind: 'news.opened', body: '{leave, select, x0required0x {{leave}} other {We are open}}' },
      ['text-lacks', 'body', 'leave'],
    ],
    [
      'no reason but for examples',
      { kind: 'member.suspended', body: '{until, plural, =1801396800000 {{reason}} =1 {{reason}} other {}}' },
      ['text-lacks', 'body', 'reason'],
    ],
    [
      'its bill in one branch only',
      { kind: 'order.paid', body: '{number} {date} {address} {seller} {item, select, other {} x {{bill}}}' },
      ['text-lacks', 'body', 'bill'],
    ],
  ])('are refused with %s', async (_, more, [code, field, name]) => {
    const error = await refused(wordMail(admin, given({ subject: 'A', heading: 'B', button: '', ...more })));
    expect([error.code, error.detail.field, error.detail.values?.name]).toEqual([code, field, name]);
    expect(await db.mailText.count()).toBe(0);
  });

  it('are for who may change them, of a mail that there is', async () => {
    const fan = await makeMember();
    expect(await refusal(wordMail(fan, given()))).toBe('forbidden');
    expect(await refusal(putBackMail(fan, { kind: 'order.shipped', language: 'en', shown: 0 }))).toBe('forbidden');
    expect(await refusal(sendMailText(fan, { kind: 'order.shipped', language: 'en' }))).toBe('forbidden');
    for (const kind of ['member.mentioned', 'no.such', '__proto__', 'constructor'])
      expect([kind, await refusal(wordMail(admin, { ...given(), kind }))]).toEqual([kind, 'not-found']);
    expect(await getMailText(reading(admin), { kind: 'toString', language: 'en' })).toBeNull();
  });

  it('of an older version come back only where they can still be said, and are refused as saving them would be', async () => {
    const old = { subject: 'Hello {gone}', heading: 'A', body: 'B' };
    const of = { kind: 'order.shipped', language: 'en' } as const;
    await transact(saveMailText)(admin, { ...of, shown: 0, words: old });
    await wordMail(admin, given({ shown: '1' }));
    const back = await refused(putBackMail(admin, { ...of, shown: 2, version: 1 }));
    expect(back).toMatchObject({ code: 'text-name', detail: { field: 'subject', values: { name: 'gone' } } });
    expect(await refusal(putBackMail(admin, { ...of, shown: 2, version: 9 }))).toBe('not-found');
    expect(await db.mailText.count()).toBe(2);
  });

  it('of two at once who saw the same version are those of the first; control: without the number both would be', async () => {
    const words: MailWords = { subject: 'A', heading: 'A', body: 'A' };
    const of = { kind: 'order.shipped', language: 'en', shown: 0 } as const;
    const both = await Promise.all(
      ['A', 'B', 'C', 'D'].map((subject) =>
        refusal(transact(saveMailText)(admin, { ...of, words: { ...words, subject } })),
      ),
    );
    expect(both.toSorted()).toEqual(['done', ...Array(3).fill('mail-text-changed')]);
    const error = await refused(transact(saveMailText)(admin, { ...of, words }));
    expect(error.detail.values).toEqual({ name: 'Ada', version: 1 });
    await db.$executeRaw`ALTER TABLE "MailText" DROP CONSTRAINT "MailText_pkey"`;
    await db.mailText.deleteMany();
    const row = { kind: 'order.shipped', locale: 'en', version: 1, ...words, at: clock() };
    await Promise.all([1, 2].map(() => db.mailText.createMany({ data: [row], skipDuplicates: true })));
    expect(await db.mailText.count()).toBe(2);
    await db.mailText.deleteMany();
    await db.$executeRaw`ALTER TABLE "MailText" ADD PRIMARY KEY ("kind", "locale", "version")`;
  });

  it('that cannot be said of what happened give way to the program’s own', async () => {
    const words = { subject: 'Hi {gone}', heading: 'B', body: 'C' };
    const row = { kind: 'member.warned', locale: 'en', version: 1, ...words, at: clock() };
    await db.mailText.create({ data: row });
    expect((await warn('one')).text).toContain(builtInWords('en', 'member.warned').heading);
  });

  it('let nothing become markup or another header', async () => {
    const texts = new Map([['order.shipped en', { subject: 'A {item}', heading: 'B & "C"', body: 'D {item}' }]]);
    const data = { ...samplesOf(shipped, 'en')[0]!, item: 'x\r\nBcc: y@evil.test <img src=x>' };
    const { subject, html } = renderMail(shipped, { locale: 'en', name: '' }, { data }, { brand: neutralBrand, texts });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<img');
    expect(html).toContain('B &amp; &quot;C&quot;');
  });

  it('are mailed to who asks, as they stand, filled with examples', async () => {
    await wordMail(admin, given());
    await db.member.update({ where: { id: admin.id }, data: { email: 'ada@shop.test', emailVerifiedAt: clock() } });
    await sendMailText(admin, { kind: 'order.shipped', language: 'en' });
    const [letter] = await db.mail.findMany({ where: { kind: 'mail.tested' } });
    expect(letter).toMatchObject({ to: 'ada@shop.test', subject: 'Off it goes: Otter Lamp, warm white' });
  });
});

describe.each(locales)('in %s', (locale) => {
  it.each(byMail.map((notice) => [notice.kind, notice] as const))('%s is filled with examples', (kind, notice) => {
    const words = builtInWords(locale, kind);
    expect(() => tryWords(notice, locale, words)).not.toThrow();
    for (const { name, example } of placeholdersOf(notice, locale)) {
      expect([name, example]).not.toEqual([name, '']);
      expect(example).not.toContain('mailKinds.');
    }
    for (const name of notice.required ?? []) expect(words.body).toContain(`{${name}}`);
    expect(kindOfAddress(addressOfKind(kind))).toBe(kind);
  });

  it('each mail is in the list, with its words and when it is sent', async () => {
    const list = await listMailTexts(reading(admin), locale);
    expect(list.map(({ kind }) => kind).toSorted()).toEqual(byMail.map(({ kind }) => kind).toSorted());
    for (const { subject } of list) expect(subject).not.toMatch(/[{}]|undefined/);
    const t = translator(locale, 'notifications');
    for (const { kind } of list) expect([kind, t.has(`mailKinds.when.${kind}` as never)]).toEqual([kind, true]);
  });
});

it('of every kind are read in one statement, however many versions there are', async () => {
  const words = { subject: 'A', heading: 'B', body: 'C' };
  const rows = [1, 2, 3].map((version) => ({ kind: 'order.shipped', locale: 'en', version, ...words, at: clock() }));
  await db.mailText.createMany({ data: rows.map((row) => ({ ...row, subject: `A${row.version}` })) });
  await db.mailText.create({ data: { kind: 'order.paid', locale: 'zh', version: 1, at: clock() } });
  expect([...(await readMailTexts())]).toEqual([['order.shipped en', { ...words, subject: 'A3' }]]);
});
