import { expect, it } from 'vitest';

import { db, pool } from './db';
import { loggedError } from './logged-error';

const secret = 'Lin Wei, 1 Long Road';
const failing: [string, () => Promise<unknown>][] = [
  ['a NUL in JSON', () => pool.query('SELECT $1::jsonb', [JSON.stringify([{ shipName: secret, city: '\u0000' }])])],
  ['half a character in JSON', () => pool.query('SELECT $1::jsonb', [`[{"shipName":"${secret}","city":"\\ud800"}]`])],
  ['no JSON', () => pool.query('SELECT $1::jsonb', [`{"shipName": ${secret}}`])],
  ['no number', () => pool.query('SELECT $1::int', [secret])],
  ['no id', () => db.$queryRaw`SELECT ${secret}::uuid`],
  [
    'a key that is taken',
    async () => {
      const data = { handle: 'lin-log', name: secret, email: 'lin-log@example.com', createdAt: new Date() };
      await db.member.createMany({ data: [data] });
      await pool.query(
        `INSERT INTO "Member" ("id", "handle", "name", "email", "createdAt") VALUES (gen_random_uuid(), 'lin-log2', $1, 'lin-log@example.com', now())`,
        [secret],
      );
    },
  ],
  [
    'Prisma refusing an argument',
    () => db.member.create({ data: { handle: secret, name: secret, nothing: secret } as never }),
  ],
  ['Prisma refused by the database', () => db.member.create({ data: { handle: 'x\u0000', name: secret } as never })],
  ['JSON that does not parse', async () => JSON.parse(`{"name": "${secret}", ${secret}}`)],
];

it.each(failing)('tells nothing of what people wrote: %s', async (_, fail) => {
  const error: unknown = await fail().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  const logged = JSON.stringify(loggedError(error));
  expect(logged).not.toMatch(/Lin Wei|Long Road|lin-log@/);
  expect(loggedError(error)).toMatchObject({
    type: expect.any(String),
    message: expect.any(String),
    stack: expect.stringContaining('\n'),
  });
});

it('keeps what helps to mend it', async () => {
  const error: unknown = await pool.query('SELECT $1::int', ['x']).catch((thrown: unknown) => thrown);
  expect(loggedError(error)).toMatchObject({ code: '22P02', routine: expect.any(String) });
  expect(loggedError(new Error('the "door" is shut', { cause: new TypeError('why') }))).toMatchObject({
    message: 'the "door" is shut',
    cause: { type: 'TypeError', message: 'why' },
  });
});
