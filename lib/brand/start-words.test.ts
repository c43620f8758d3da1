import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { locales } from '@/lib/core/locale';
import { readSettings } from '@/lib/core/shop-settings';
import { clock } from '@/lib/core/time';
import { fieldProblems } from '@/lib/core/field-problems';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

import { startGroups, startPartNames, startParts } from './choices/start-parts';
import { putBackStart, wordStart } from './commands';
import { getStartText } from './queries/start-text';
import { startWordsInput } from './schema';
import { builtInStart, startSettings } from './start-words';

const word = transact(wordStart);
const putBack = transact(putBackStart);
const form = (more: Record<string, unknown> = {}) => ({
  ...{ language: 'en', shown: '0', ...builtInStart('en') },
  ...more,
});
const given = (more: Record<string, unknown> = {}) => startWordsInput.parse(form(more));
const problems = (more: Record<string, unknown>) => {
  const { error } = startWordsInput.safeParse(form(more));
  return error ? fieldProblems(error) : {};
};
const stored = async () => (await readSettings(startSettings('en'))).words;
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

describe('the words of the start page', () => {
  it('are the program’s until the brand says some itself, in one language, and again once they are put back', async () => {
    const text = (language: 'en' | 'zh') => getStartText(reading(admin), language);
    expect((await text('en')).said.heading).toBe('Made with the people who use it');
    await word(admin, given({ heading: 'Lamps that fold', lead: 'By {brand}' }));
    expect((await text('en')).said).toMatchObject({ heading: 'Lamps that fold', lead: 'By Millet' });
    expect((await text('zh')).own).toBe(false);
    await putBack(admin, { language: 'en', shown: 1 });
    expect((await text('en')).said.heading).toBe('Made with the people who use it');
    await putBack(admin, { language: 'en', shown: 2, version: 1 });
    const { said, versions, own } = await text('en');
    expect([said.heading, own]).toEqual(['Lamps that fold', true]);
    expect(versions.map(({ version, words, by }) => [version, words.heading, by?.name])).toEqual([
      [3, 'Lamps that fold', 'Ada'],
      [2, undefined, 'Ada'],
      [1, 'Lamps that fold', 'Ada'],
    ]);
    const acts = await db.auditEntry.findMany({ orderBy: { at: 'asc' }, select: { act: true, subjectId: true } });
    expect(acts.map(({ act, subjectId }) => `${act} ${subjectId}`)).toEqual([
      'startText.save en',
      'startText.putBack en',
      'startText.putBack en',
    ]);
  });

  it('are kept only where they differ: what the form sends unchanged, or empty, stays the program’s', async () => {
    await word(admin, given({ heading: '', join: ' Come  in ', talk: builtInStart('en').talk }));
    expect(await stored()).toEqual({ join: 'Come in' });
    expect(await word(admin, given({ shown: '1', act: 'preview', heading: '' }))).toMatchObject({
      act: 'preview',
      said: { heading: 'Made with the people who use it', join: 'Join the conversation' },
    });
    const zh = startWordsInput.parse({ ...form(builtInStart('zh')), language: 'zh' });
    await word(admin, zh);
    expect((await readSettings(startSettings('zh'))).words).toEqual({});
  });

  it('are shown before they are saved, which writes nothing', async () => {
    const { said } = await word(admin, given({ act: 'preview', heading: 'Lamps, {brand}' }));
    expect(said.heading).toBe('Lamps, Millet');
    expect([await db.settingsVersion.count(), await db.auditEntry.count()]).toEqual([0, 0]);
  });

  it.each([
    ['a name that is not known', { heading: 'Hi {name}' }, 'text-name', 'heading'],
    ['a name that every object has', { lead: '{constructor}' }, 'text-name', 'lead'],
    ['braces that do not match', { talk: 'Hi {brand' }, 'text-malformed', 'talk'],
    ['a choice without other', { talk: '{brand, select, a {x}}' }, 'text-malformed', 'talk'],
    ['marks of HTML', { title: '<b>Otter</b>' }, 'text-marks', 'title'],
    ['a count of what is text', { dropBody: '{brand, number}' }, 'text-kind', 'dropBody'],
  ])('are refused with %s, also in a preview', async (_, more, code, field) => {
    for (const act of ['save', 'preview']) {
      const { code: said, detail } = await refused(word(admin, given({ ...more, act })));
      expect([said, detail.field]).toEqual([code, field]);
    }
    expect(await db.settingsVersion.count()).toBe(0);
  });

  it('are cleaned of what no reader sees, and bounded', () => {
    const { words } = given({ heading: 'A\0B\u200b\ud800C\r\nD', join: '\u202e' });
    expect(words.heading).not.toMatch(/[\0\u200b\ud800\r\n]/);
    expect(words.join).toBe('');
    for (const part of startPartNames) {
      expect(Object.keys(problems({ [part]: 'x'.repeat(startParts[part].most + 1) }))).toEqual([part]);
      expect(problems({ [part]: '字'.repeat(startParts[part].most) })).toEqual({});
    }
    expect(Object.keys(problems({ language: 'de', shown: '-1', act: 'delete' })).toSorted()).toEqual([
      'act',
      'language',
      'shown',
    ]);
    expect(Object.keys(given({ __proto__: { a: 'b' }, words: 'x', other: 'y' }).words).toSorted()).toEqual(
      [...startPartNames].toSorted(),
    );
  });

  it('of an older version come back only where they can still be said, and are none that is not there', async () => {
    const row = (version: number, data: object) => ({ name: 'words:start:en', version, data, at: clock() });
    await db.settingsVersion.createMany({
      data: [row(1, { words: { heading: 'Hi {gone}' } }), row(2, { nothing: 1 }), row(3, { words: {} })],
    });
    const back = (version: number) => refusal(putBack(admin, { language: 'en', shown: 3, version }));
    expect([await back(1), await back(2), await back(9)]).toEqual(['text-name', 'version-unreadable', 'not-found']);
    const { said } = await getStartText(reading(admin), 'en');
    expect(said.heading).toBe(builtInStart('en').heading);
  });

  it('that cannot be said give way to the program’s own, part by part', async () => {
    const words = { heading: 'Hi {gone}', join: 'Come in', stray: 'x' };
    await db.settingsVersion.create({ data: { name: 'words:start:en', version: 1, data: { words }, at: clock() } });
    const { said } = await getStartText(reading(admin), 'en');
    expect([said.heading, said.join]).toEqual([builtInStart('en').heading, 'Come in']);
    expect(Object.keys(said).toSorted()).toEqual([...startPartNames].toSorted());
  });

  it('of several at once who saw the same version are those of the first', async () => {
    const all = await Promise.all(['A', 'B', 'C', 'D'].map((heading) => refusal(word(admin, given({ heading })))));
    expect(all.toSorted()).toEqual(['done', ...Array<string>(3).fill('settings-changed')]);
    expect(await db.settingsVersion.count()).toBe(1);
  });

  it('would be those of several without the number of their version (control)', async () => {
    await db.$executeRaw`ALTER TABLE "SettingsVersion" DROP CONSTRAINT "SettingsVersion_pkey"`;
    const all = await Promise.all(['A', 'B', 'C', 'D'].map((heading) => refusal(word(admin, given({ heading })))));
    expect(all.filter((end) => end === 'done').length).toBeGreaterThan(1);
    await db.settingsVersion.deleteMany();
    await db.$executeRaw`ALTER TABLE "SettingsVersion" ADD PRIMARY KEY ("name", "version")`;
  });
});

it('every part stands in one group of the editor, and is said in both languages by words that pass as a brand’s own', () => {
  expect(Object.values(startGroups).flat().toSorted()).toEqual([...startPartNames].toSorted());
  for (const locale of locales)
    for (const part of startPartNames) {
      expect(builtInStart(locale)[part]).not.toBe('');
      expect(Object.keys(problems({ language: locale, [part]: builtInStart(locale)[part] }))).toEqual([]);
    }
});
