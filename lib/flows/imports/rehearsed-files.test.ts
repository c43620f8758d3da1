/** An import brings the files that were rehearsed, or none. */
import { beforeEach, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { uuid7 } from '@/lib/core/ids';
import { clock } from '@/lib/core/time';
import { importPartBytes } from '@/lib/imports/choices';
import { dropImportFile, goOnWithRun, importRehearsed, keepImportPart as keep } from '@/lib/imports/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { askImport, askRehearsal, runOf, sendFile } from '@/tests/support/import-runs';
import { refusal } from '@/tests/support/refusal';

import { keepImportPart } from './keep-part';
import { runImport } from './run-import';

vi.setConfig({ testTimeout: 60_000 });

const redirects = (to: string) => `Redirect from,Redirect to\n/old,${to}\n`;

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

async function rehearsed(): Promise<{ id: string; file: string }> {
  const file = await sendFile(admin, 'redirects.csv', redirects('/shown'));
  await sendFile(admin, 'more.csv', redirects('/more'));
  const run = await askRehearsal(admin);
  await runImport(run);
  expect((await runOf(run.id)).state).toBe('DONE');
  return { ...run, file };
}

it.each<[string, (file: string) => Promise<unknown>]>([
  ['another file stands in the place of one', () => sendFile(admin, 'redirects.csv', redirects('/other'))],
  ['a file came besides', () => sendFile(admin, 'later.csv', redirects('/later'))],
  ['a file was deleted', (id) => transact(dropImportFile)(admin, { id })],
  [
    'half a file came',
    () => {
      const part = Buffer.alloc(importPartBytes, ' \n');
      part.write(redirects('/half'));
      const sent = { file: uuid7(clock()), name: 'half.csv', bytes: importPartBytes + 9, at: 0 };
      return keepImportPart(admin, { ...sent, part });
    },
  ],
])('nothing is imported where %s since the rehearsal', async (_, change) => {
  const { id, file } = await rehearsed();
  await change(file);
  expect(await refusal(askImport(admin, id))).toBe('import-over');
  expect(await db.importRun.count({ where: { rehearsal: false } })).toBe(0);
});

it('an import that was stopped is not gone on with by other files', async () => {
  const { id } = await rehearsed();
  const run = await askImport(admin, id);
  await db.importRun.update({ where: run, data: { state: 'STOPPED', endedAt: clock() } });
  await sendFile(admin, 'redirects.csv', redirects('/other'));
  expect(await refusal(transact(goOnWithRun)(admin, run))).toBe('import-over');
});

it('who imports while a file changes waits for it, and is refused', async () => {
  const { id } = await rehearsed();
  const part = Buffer.from(redirects('/other'));
  const sent = {
    file: uuid7(clock()),
    name: 'redirects.csv',
    bytes: part.length,
    at: 0,
    part,
    kind: 'redirects',
  } as const;
  let asked: Promise<unknown> | undefined;
  await inTransaction(admin, async (ctx) => {
    await keep(ctx, sent);
    asked = refusal(transact(importRehearsed)(admin, { id }));
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await asked).toBe('import-over');
});
