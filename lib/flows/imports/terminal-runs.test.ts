/** An import in a terminal is a run that staff see and stop, and the only one that is open. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { beginRun, goOnWithRun, rehearseForum, stopImportRun } from '@/lib/imports/commands';
import { outcomeOf, runToEnd, start } from '@/scripts/lib/run-node';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { askImport, productsCsv, runOf } from '@/tests/support/import-runs';
import { refusal } from '@/tests/support/refusal';

import { runHere } from './run-here';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(os.tmpdir(), 'terminal-runs-'));
let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

describe('an import in a terminal', () => {
  const script = 'scripts/lib/run-import-shopify.ts';
  const file = path.join(folder, 'products.csv');
  writeFileSync(file, `${productsCsv(2)}\nbad,Bad,Size,S,not a price\n`);

  it('is a run that staff see, with its report', async () => {
    const { status, output } = await runToEnd({
      script,
      words: ['--currency', 'USD', '--dry-run', 'yes', file],
      quiet: true,
    });
    expect([status, output]).toEqual([0, expect.stringContaining('would import 2 products')]);
    const [run] = await db.importRun.findMany();
    expect(await runOf(run!.id)).toMatchObject({
      ...{ origin: 'TERMINAL', rehearsal: true, state: 'DONE', askedById: null, uploadId: null },
      report: {
        refused: 1,
        counts: [
          { kind: 'products', all: 2 },
          { kind: 'variants', all: 4 },
        ],
      },
    });
    expect(await refusal(askImport(admin, run!.id))).toBe('import-over');
  });

  it('does not begin while another is open, and takes the place of one that died', async () => {
    const { id } = await transact(rehearseForum)(admin, { site: 'https://forum.example', again: false });
    const words = ['--currency', 'USD', file];
    const refused = await runToEnd({ script, words, quiet: true });
    expect([refused.status, refused.output]).toEqual([1, expect.stringContaining('another import')]);
    await transact(beginRun)(system, { id });
    expect((await runToEnd({ script, words, quiet: true })).status).toBe(0);
    expect(await runOf(id)).toMatchObject({ state: 'FAILED', failure: 'interrupted' });
    expect(await db.product.count()).toBe(2);
  });

  it('is stopped from the pages of staff', async () => {
    const long = path.join(folder, 'long.csv');
    writeFileSync(long, productsCsv(400));
    const child = start({ script, words: ['--currency', 'USD', long], quiet: true });
    const over = outcomeOf(child);
    while ((await db.product.count()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const { id } = await db.importRun.findFirstOrThrow({ where: { endedAt: null } });
    await transact(stopImportRun)(admin, { id });
    const { status, output } = await over;
    expect([status, output]).toEqual([1, expect.stringContaining('It was stopped on the page of imports')]);
    expect((await runOf(id)).state).toBe('STOPPED');
    expect(await refusal(transact(goOnWithRun)(admin, { id }))).toBe('import-over');
  });

  it('that fails is written down, and says so', async () => {
    const work = () => Promise.reject(new Error('the disk is full'));
    const run = { source: 'SHOPIFY', rehearsal: false, input: {} } as const;
    await expect(runHere({ ...run, work })).rejects.toThrow('the disk is full');
    expect(await db.importRun.findFirst()).toMatchObject({ state: 'FAILED', failure: 'failed' });
    expect(await db.importRun.count({ where: { endedAt: null } })).toBe(0);
  });
});
