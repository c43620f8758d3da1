import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { mostFileRows } from '@/lib/redirects/choices';
import { dropRedirectFile, saveRedirect, takeRedirectFile } from '@/lib/redirects/commands';
import { getRedirectFile } from '@/lib/redirects/queries';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { exportRedirects } from './export-redirects';
import { sendRedirects } from './send-redirects';

let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

const head = 'Redirect from,Redirect to\n';
const send = (text: string, by = admin) => sendRedirects(by, { file: new File([text], 'redirects.csv') });
const add = (from: string, to: string) =>
  transact((ctx, input: { from: string; to: string }) => saveRedirect(ctx, { shown: 0, ...input }))(admin, {
    from,
    to,
  });
const file = async (by = admin) => (await getRedirectFile(reading(by), { memberId: by.id }))!;
const fates = async () => (await file()).rows.map(({ row, from, fate, fault }) => [row, from, fault ?? fate]);
const take = async () => transact(takeRedirectFile)(admin, { key: (await file()).key });
const table = async () =>
  Object.fromEntries(
    (await db.redirect.findMany({ orderBy: { fromPath: 'asc' } })).map(({ fromPath, to }) => [fromPath, to]),
  );

describe('a file of redirects', () => {
  it('says of each row what it will do, and does that', async () => {
    await add('/same', '/en/same');
    await add('/other', '/en/before');
    await send(
      `\uFEFF${head}/Pages/New?x=1,${env.PUBLIC_URL}/en/pages/new\n/same,/en/same\n/OTHER/,/en/after\n` +
        `/en/boards,/zh\n/bad%ff,/en\n,/en\n/twice,/en/a\n/twice,/en/b\n/twice,/en/a\n/out,https://other.example/x\n` +
        `/plain,http://other.example\n/self,/self\n"/open,/en\n/last,/en/last\n`,
    );
    expect(await fates()).toEqual([
      [2, '/pages/new', 'add'],
      [3, '/same', 'same'],
      [4, '/other', 'change'],
      [5, '/en/boards', 'redirect-own'],
      [6, '/bad%ff', 'redirect-from'],
      [7, '', 'redirect-from'],
      [8, '/twice', 'add'],
      [9, '/twice', 'redirect-twice'],
      [10, '/twice', 'same'],
      [11, '/out', 'add'],
      [12, '/plain', 'redirect-to'],
      [13, '/self', 'redirect-loop'],
      [14, '', 'redirect-line'],
      [15, '/last', 'add'],
    ]);
    expect((await file()).rows[2]).toMatchObject({ before: '/en/before', to: '/en/after' });
    // Nothing has changed so far.
    expect(await table()).toEqual({ '/same': '/en/same', '/other': '/en/before' });
    expect(await take()).toEqual({ added: 4, changed: 1, unchanged: 2, refused: 7 });
    expect(await table()).toEqual({
      '/last': '/en/last',
      '/other': '/en/after',
      '/out': 'https://other.example/x',
      '/pages/new': '/en/pages/new',
      '/same': '/en/same',
      '/twice': '/en/a',
    });
    expect(await file()).toMatchObject({ added: 4, changed: 1, unchanged: 2, takenAt: expect.any(Date) });
    expect((await fates()).map(([row]) => row)).toEqual([5, 6, 7, 9, 12, 13, 14]);
    expect(await refusal(take())).toBe('redirect-file-over');
    const log = await db.auditEntry.findMany({ where: { act: 'redirect.import' }, select: { detail: true } });
    expect(log).toEqual([{ detail: { added: 4, changed: 1, refused: 7 } }]);
  });

  it('makes no circle, by itself or with what there is; what a later row makes possible is done', async () => {
    await add('/b', '/a');
    await add('/x', '/y');
    await send(`${head}/a,/b\n/y,/x\n/x,/en\n/p,/q\n/q,/r\n/r,/p\n`);
    expect((await fates()).map(([, from, fate]) => [from, fate])).toEqual([
      ['/a', 'redirect-loop'],
      ['/y', 'add'],
      ['/x', 'change'],
      ['/p', 'add'],
      ['/q', 'add'],
      ['/r', 'redirect-loop'],
    ]);
    await take();
    expect(await table()).toEqual({ '/b': '/a', '/p': '/q', '/q': '/r', '/x': '/en', '/y': '/x' });
  });

  it('is judged anew when it is taken over', async () => {
    await send(`${head}/a,/b\n/c,/en\n`);
    await add('/b', '/a');
    expect(await take()).toEqual({ added: 1, changed: 0, unchanged: 0, refused: 1 });
    expect(await table()).toEqual({ '/b': '/a', '/c': '/en' });
  });

  it('of two that are taken over at once makes no circle, in each of five rounds', async () => {
    const other = await makeMember({ roles: ['ADMIN'] });
    for (let round = 0; round < 5; round += 1) {
      await send(`${head}/a${round},/b${round}\n`);
      await send(`${head}/b${round},/a${round}\n`, other);
      const taken = await Promise.all(
        [admin, other].map(async (by) => transact(takeRedirectFile)(by, { key: (await file(by)).key })),
      );
      expect(taken.map(({ added }) => added).toSorted()).toEqual([0, 1]);
    }
  });

  it('is its sender’s, who sees what they take over', async () => {
    const other = await makeMember({ roles: ['ADMIN'] });
    await send(`${head}/a,/en\n`);
    const { key } = await file();
    expect(await refusal(transact(takeRedirectFile)(other, { key }))).toBe('not-found');
    await send(`${head}/b,/en\n`);
    expect(await refusal(transact(takeRedirectFile)(admin, { key }))).toBe('redirect-file-over');
    await transact(dropRedirectFile)(admin, { key: (await file()).key });
    expect([await getRedirectFile(reading(admin), { memberId: admin.id }), await table()]).toEqual([null, {}]);
  });

  it('without the columns, without rows or with too many is refused', async () => {
    expect(await refusal(send('old address,new address\n/a,/b\n'))).toBe('redirect-columns');
    expect(await refusal(send(''))).toBe('redirect-file-empty');
    expect(await refusal(send(head))).toBe('redirect-file-empty');
    const rows = (count: number) => Array.from({ length: count }, (_, at) => `/r${at},/en/r${at}\n`).join('');
    expect(await refusal(send(head + rows(mostFileRows + 1)))).toBe('redirect-file-long');
    await send(head + rows(mostFileRows));
    expect(await take()).toMatchObject({ added: mostFileRows, refused: 0 });
    expect(await db.redirect.count()).toBe(mostFileRows);
  });

  it('that was exported says the same again, and no cell of it is a formula', async () => {
    await add('/a,"b"', '/en/a?x=1,2');
    await db.redirect.create({
      data: { fromPath: '=1+1', to: '@SUM(1)', createdAt: new Date(), updatedAt: new Date() },
    });
    const { file: name, lines } = await exportRedirects(admin, { reason: '' });
    let text = '';
    for await (const line of lines) text += line;
    expect(name).toBe('redirects.csv');
    expect(text).toBe(`\uFEFFRedirect from,Redirect to\r\n"/a,""b""","/en/a?x=1,2"\r\n'=1+1,'@SUM(1)\r\n`);
    await send(text);
    expect((await fates()).map(([, from, fate]) => [from, fate])).toEqual([
      ['/a,"b"', 'same'],
      ['=1+1', 'redirect-from'],
    ]);
  });
});
