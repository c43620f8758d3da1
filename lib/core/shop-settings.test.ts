import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';

import type { SignedIn } from './actor';
import { inTransaction, transact } from './context';
import { db } from './db';
import { currentSettings, declareSettings, readSettings, saveSettings } from './shop-settings';
import { clock } from './time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

const lamps = declareSettings({
  name: 'lamps',
  schema: z.object({ count: z.int().max(9) }),
  initial: { count: 1 },
  permission: 'brand.manage',
});
const save = transact((ctx, input: { shown: number; data: { count: number } }) => saveSettings(ctx, lamps, input));
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

it('are as at the beginning until somebody who may saves some', async () => {
  expect(await readSettings(lamps)).toEqual({ count: 1, version: 0 });
  expect(await refusal(save(await makeMember(), { shown: 0, data: { count: 2 } }))).toBe('forbidden');
  await save(admin, { shown: 0, data: { count: 2 } });
  expect(await readSettings(lamps)).toEqual({ count: 2, version: 1 });
  expect(await currentSettings(lamps)).toEqual({ count: 2, version: 1 });
  await save(admin, { shown: 1, data: { count: 2 } });
  expect(await db.settingsVersion.count()).toBe(1);
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({ act: 'settings.save', subjectId: 'lamps', actorId: admin.id, detail: { version: 1 } });
});

it('are saved by the first of those who saw one version; the others hear who it was', async () => {
  const all = await Promise.all([2, 3, 4, 5].map((count) => refusal(save(admin, { shown: 0, data: { count } }))));
  expect(all.toSorted()).toEqual(['done', ...[1, 2, 3].map(() => 'settings-changed')]);
  const { detail } = await refused(save(admin, { shown: 0, data: { count: 6 } }));
  expect(detail.values).toEqual({ name: 'Ada', version: 1 });
});

it('would be saved by several without the number of their version (control)', async () => {
  const row = (count: number) => ({ name: 'lamps', version: 1, data: { count }, at: clock() });
  await db.$executeRaw`ALTER TABLE "SettingsVersion" DROP CONSTRAINT "SettingsVersion_pkey"`;
  const unguarded = (count: number) =>
    inTransaction(admin, (ctx) => ctx.db.settingsVersion.createMany({ data: [row(count)], skipDuplicates: true }));
  await Promise.all([unguarded(2), unguarded(3)]);
  expect(await db.settingsVersion.count()).toBe(2);
  await db.settingsVersion.deleteMany();
  await db.$executeRaw`ALTER TABLE "SettingsVersion" ADD PRIMARY KEY ("name", "version")`;
});

it('that cannot be read are as at the beginning, and can be saved again', async () => {
  await db.settingsVersion.create({ data: { name: 'lamps', version: 3, data: { count: 'many' }, at: clock() } });
  expect(await readSettings(lamps)).toEqual({ count: 1, version: 3 });
  await save(admin, { shown: 3, data: { count: 4 } });
  expect(await readSettings(lamps)).toEqual({ count: 4, version: 4 });
});
