import { afterAll, expect, inject, it } from 'vitest';

import { spareDatabases } from '@/tests/support/spare-databases';

import { ask } from './ask';
import { applyMigrations, readMigrations } from './migrations';
import { moveDatabase } from './move-database';

const { template } = inject('run');
const database = spareDatabases();
afterAll(() => database.drop());

const addMember = (url: string, email: string) =>
  ask(
    url,
    `INSERT INTO "Member" (id, handle, name, email, "passwordHash", locale, "createdAt") VALUES (gen_random_uuid(), $1, $1, $2, 'hash', 'en', now())`,
    [email.split('@')[0], email],
  );

it('moves into a bare database, takes the jobs along, and leaves nobody the password that everybody knows', async () => {
  const [from, to] = [await database({ template }), await database()];
  await addMember(from, 'fan@demo.millet');
  await addMember(from, 'mine@shop.example');
  await ask(
    from,
    `SELECT graphile_worker.add_job('sendMail', '{"id":1}'::json), graphile_worker.add_job('react', '{"id":2}'::json)`,
  );
  await ask(
    from,
    `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'gone' WHERE payload->>'id' = '1'`,
  );
  await ask(
    from,
    `UPDATE "Member" SET "emailVerifiedAt" = now();
     INSERT INTO "Grant" (id, "memberId", "roleKey", at) SELECT gen_random_uuid(), id, 'ADMIN', now() FROM "Member" WHERE handle = 'fan'`,
  );
  const lines = await moveDatabase(from, to);
  expect(lines.join('\n')).toMatch(/Member +2 /);
  expect(lines.join('\n')).toContain('1 people of the demo');
  expect(
    await ask(to, `SELECT email, "passwordHash", "emailVerifiedAt" IS NOT NULL AS proved FROM "Member" ORDER BY email`),
  ).toEqual([
    { email: 'fan@demo.millet', passwordHash: null, proved: false },
    { email: 'mine@shop.example', passwordHash: 'hash', proved: true },
  ]);
  const jobs = `SELECT task_identifier AS task, locked_by FROM graphile_worker.jobs ORDER BY 1`;
  expect(await ask(to, jobs)).toEqual([
    { task: 'react', locked_by: null },
    { task: 'sendMail', locked_by: null },
  ]);
  // So the command that makes the first administrator works there.
  const admins = `SELECT FROM "Grant" g JOIN "Member" m ON m.id = g."memberId" WHERE g."roleKey" = 'ADMIN' AND m."emailVerifiedAt" IS NOT NULL`;
  expect([(await ask(from, admins)).length, (await ask(to, admins)).length]).toEqual([1, 0]);
  // The next job gets a number that none has.
  await ask(to, `SELECT graphile_worker.add_job('react', '{}'::json)`);
  await expect(moveDatabase(from, to)).rejects.toMatchObject({ code: 'not-empty' });
});

it('refuses tables of something else, and another version, and changes neither', async () => {
  const from = await database({ template });
  const theirs = await database();
  await ask(theirs, 'CREATE TABLE theirs (a int)');
  await expect(moveDatabase(from, theirs)).rejects.toMatchObject({ code: 'not-empty' });
  expect(await ask(theirs, `SELECT to_regclass('"Member"') AS there`)).toEqual([{ there: null }]);

  const newer = await database({ template });
  await ask(
    newer,
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9_later', now())`,
  );
  await expect(moveDatabase(from, newer)).rejects.toMatchObject({
    code: 'version',
    message: expect.stringContaining('9_later'),
  });
});

it('goes on where an interrupted one stopped: some migrations, no row', async () => {
  const [from, to] = [await database({ template }), await database()];
  await addMember(from, 'mine@shop.example');
  await applyMigrations(to, readMigrations().slice(0, -3));
  await moveDatabase(from, to);
  expect(await ask(to, 'SELECT email FROM "Member"')).toEqual([{ email: 'mine@shop.example' }]);
});
