import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { neutralBrand } from '@/lib/core/brand';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { truncateAll } from '@/tests/support/database';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { without } from '@/tests/support/without-setting';

import { countLeft, readSetup } from './read-setup';
import { sendTestLetter } from './send-test-letter';

beforeEach(truncateAll);

const states = async () =>
  Object.fromEntries(
    (await readSetup(reading(system))).map(({ step, done, state }) => [step, done ? `${state}!` : state]),
  );

describe('what is left before a shop opens', () => {
  it('is read from settings and rows, of which an empty one has none', async () => {
    expect(await states()).toEqual({
      brand: 'missing',
      pictures: 'missing',
      address: 'done!',
      mail: 'demo!',
      payments: 'demo!',
      shipping: 'missing',
      zone: 'missing',
      hours: 'missing',
      law: 'missing',
      board: 'missing',
      product: 'missing',
      ideas: 'later',
      drop: 'later',
      team: 'missing',
      start: 'missing',
      menu: 'missing',
    });
    for (const [name, step] of [
      ['hasAddress', 'address'],
      ['hasMail', 'mail'],
      ['hasPayments', 'payments'],
    ] as const)
      expect(await without(name, states)).toMatchObject({ [step]: 'missing' });
  });

  it('gets less with each thing that is there', async () => {
    await makeMember({ roles: ['ADMIN'] });
    expect(await states()).toMatchObject({ team: 'missing' });
    await makeMember({ roles: ['SUPPORT'] });
    const { productId } = await makeDrop();
    const talk = await db.board.create({ data: { slug: 'talk', name: 'Talk', createdAt: new Date() } });
    expect(await states()).toMatchObject({ board: 'done!', product: 'done!', drop: 'done!', team: 'done!' });
    // Ideas need a board of a product, on which somebody can still write.
    expect(await states()).toMatchObject({ ideas: 'missing' });
    await db.board.update({ where: { id: talk.id }, data: { productId } });
    expect(await states()).toMatchObject({ ideas: 'done!' });
    await db.boardArchive.create({ data: { boardId: talk.id, at: new Date() } });
    expect(await states()).toMatchObject({ board: 'done!', ideas: 'missing' });
  });

  it('has the pictures done once none of them is the program’s', async () => {
    const own = `/files/${'a'.repeat(64)}.png`;
    const save = (version: number, data: object) =>
      db.brandVersion.create({ data: { version, data: { ...neutralBrand, ...data }, at: new Date() } });
    await save(1, { mark: own });
    expect(await states()).toMatchObject({ brand: 'done!', pictures: 'missing' });
    await save(2, { mark: own, icon: own, card: own });
    expect(await states()).toMatchObject({ pictures: 'done!' });
  });

  it('counts what a shop needs, and not what it may leave as it is', async () => {
    const steps = await readSetup(reading(system));
    expect(steps.filter(({ optional }) => optional).map(({ step }) => step)).toEqual(['ideas', 'start', 'menu']);
    const open = steps.filter(({ done }) => !done).length;
    expect(countLeft(steps)).toBe(open - 3);
  });

  it('has the law pages done once all four that every shop needs are published', async () => {
    const row = { state: 'PUBLISHED', blocks: [], rendered: [], createdAt: new Date(), updatedAt: new Date() } as const;
    for (const kind of ['TERMS', 'PRIVACY', 'RETURNS'] as const) await db.page.create({ data: { ...row, kind } });
    await db.page.create({ data: { ...row, kind: 'IMPRINT', state: 'DRAFT' } });
    expect(await states()).toMatchObject({ law: 'missing' });
    await db.page.updateMany({ data: { state: 'PUBLISHED' } });
    expect(await states()).toMatchObject({ law: 'done!' });
  });

  it('has mail done once a mail went out, such as the test letter', async () => {
    const admin = await makeMember({ roles: ['ADMIN'], locale: 'zh' });
    env.SMTP_URL = 'smtp://127.0.0.1:1';
    try {
      expect(await states()).toMatchObject({ mail: 'untried' });
      await sendTestLetter(admin);
      const letter = await db.mail.findFirstOrThrow();
      expect(letter).toMatchObject({ kind: 'mail.tested', memberId: admin.id, locale: 'zh' });
      expect(await states()).toMatchObject({ mail: 'untried' });
      await db.mail.update({ where: { id: letter.id }, data: { sentAt: new Date() } });
      expect(await states()).toMatchObject({ mail: 'done!' });
    } finally {
      env.SMTP_URL = undefined;
    }
  });
});
