/** A shop that moves in by files that staff send: rehearsed, imported and brought up to date, without a terminal. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { uuid7 } from '@/lib/core/ids';
import { after, clock, day, hour } from '@/lib/core/time';
import { erasePerson } from '@/lib/flows/imports/erase-person';
import { importPartBytes, mostImportBytes, mostImportFiles } from '@/lib/imports/choices';
import { dropImportFile, dropRunFiles, goOnWithRun, rehearseForum, tendImportRuns } from '@/lib/imports/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { askImport, askRehearsal, keptFiles, productsCsv, runOf, sendFile } from '@/tests/support/import-runs';
import { refusal } from '@/tests/support/refusal';

import { keepImportPart, sendImportFile } from './keep-part';
import { runImport } from './run-import';

vi.setConfig({ testTimeout: 60_000 });

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});

const customers = (...rows: string[]) => ['First Name,Last Name,Email,Phone,Note', ...rows].join('\n');
const redirects = 'Redirect from,Redirect to\n/old,/new\n/self,/self\n';

async function bringAll(): Promise<string> {
  const rehearsal = await askRehearsal(admin);
  await runImport(rehearsal);
  const run = await askImport(admin, rehearsal.id);
  await runImport(run);
  return run.id;
}
const left = (code: string, count: number) => ({ code, count });

describe('a shop whose files were sent', () => {
  it('is rehearsed, which changes nothing, and then imported, and its files are deleted', async () => {
    await sendFile(admin, 'products.csv', productsCsv(3));
    await sendFile(admin, 'customers.csv', customers('Ann,Miller,ann@mill.example,,likes tea', 'Bo,,not an address,,'));
    await sendFile(admin, 'redirects.csv', redirects);
    const { id } = await askRehearsal(admin);
    await runImport({ id });
    const rehearsed = await runOf(id);
    expect(rehearsed).toMatchObject({ state: 'DONE', rehearsal: true, failure: null, phase: 'file', tries: 1 });
    expect(rehearsed.report).toMatchObject({
      files: [
        { name: 'products.csv', kind: 'products' },
        { name: 'customers.csv', kind: 'customers' },
        { name: 'redirects.csv', kind: 'redirects' },
      ],
      counts: expect.arrayContaining([
        expect.objectContaining({ kind: 'products', all: 3, added: 3, changed: 0 }),
        expect.objectContaining({ kind: 'customers', all: 1, added: 1 }),
        expect.objectContaining({ kind: 'redirects', all: 1, added: 1 }),
      ]),
      leftOut: [left('product-pictures', 3), left('customer-notes', 1)],
      refused: 2,
    });
    expect([await db.product.count(), await db.importRecord.count(), await db.redirect.count()]).toEqual([0, 0, 0]);
    expect(await keptFiles()).toEqual([1, 3, 3]);

    const imported = await askImport(admin, id);
    await runImport(imported);
    const run = await runOf(imported.id);
    expect(run).toMatchObject({ state: 'DONE', rehearsal: false, rehearsedId: id, uploadId: null });
    expect(run.report?.counts).toEqual(rehearsed.report?.counts);
    expect([await db.product.count(), await db.variant.count(), await db.redirect.count()]).toEqual([3, 6, 1]);
    expect(await keptFiles()).toEqual([0, 0, 0]);
    expect(await refusal(askImport(admin, id))).toBe('import-over');
    const acts = await db.auditEntry.findMany({ orderBy: { at: 'asc' }, select: { act: true, detail: true } });
    expect(acts.filter(({ act }) => act.startsWith('imports.'))).toEqual([
      { act: 'imports.rehearse', detail: { source: 'shopify' } },
      { act: 'imports.import', detail: { source: 'shopify' } },
    ]);
  });

  it('is brought up to date by a later import', async () => {
    await sendFile(admin, 'products.csv', productsCsv(2));
    await bringAll();
    await sendFile(admin, 'products.csv', productsCsv(3, 5));
    const { report } = await runOf(await bringAll());
    expect(report?.counts[0]).toMatchObject({ kind: 'products', all: 3, added: 1, changed: 2 });
    await sendFile(admin, 'products.csv', productsCsv(3, 5));
    expect((await runOf(await bringAll())).report?.counts[0]).toMatchObject({ all: 3, added: 0, changed: 0 });
    expect(await db.product.count()).toBe(3);
  });

  it('is read whole though a file comes in many parts', async () => {
    const long = `${productsCsv(40)}\nlast,Last,Size,S,1`.replaceAll(
      /Product (\d+)/g,
      (_, at: string) => `Product ${at} ${'x'.repeat(200)}`,
    );
    const text = `${long}\n${' \n'.repeat(importPartBytes)}`;
    await sendFile(admin, 'products.csv', text);
    expect((await keptFiles())[2]).toBeGreaterThan(2);
    expect((await runOf(await bringAll())).report?.counts[0]).toMatchObject({ kind: 'products', all: 41 });
  });

  it('says nothing of anybody in its report', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Secret${at},Name${at},secret${at}@mill.example,"+1 555 ${at}`);
    await sendFile(
      admin,
      'customers.csv',
      customers('Ann,Miller,ann@mill.example,,', 'Bo,Baker,secretaddress,,', ...rows),
    );
    const { id } = await askRehearsal(admin);
    await runImport({ id });
    const { report } = await runOf(id);
    expect(report!.refused).toBeGreaterThan(10);
    expect(JSON.stringify(report)).not.toMatch(/secret|@|baker|miller|555/i);
    expect(report!.examples.length).toBeLessThanOrEqual(20);
  });
});

describe('a file that is sent', () => {
  it.each([
    ['no export', 'Colour,Size\nred,1\n'],
    ['a workbook', 'PK\u0003\u0004\u0000\u0000workbook'],
    ['nobody’s', 'Ann,Miller,ann@mill.example\n'],
  ])('is refused in words where it is %s, and nothing of it is kept', async (_, text) => {
    expect(await refusal(sendFile(admin, 'other.csv', text))).toBe('import-file-unknown');
    expect(await keptFiles()).toEqual([0, 0, 0]);
  });

  it('is kept once, however often its parts come, and in their order alone', async () => {
    const text = Buffer.from(`${redirects}${' \n'.repeat(importPartBytes)}`);
    const sent = { file: uuid7(clock()), name: 'redirects.csv', bytes: text.length };
    const send = (at: number, length = importPartBytes) =>
      keepImportPart(admin, { ...sent, at, part: text.subarray(at, at + length) });
    expect(await refusal(send(importPartBytes))).toBe('not-found');
    expect(await send(0)).toEqual({ received: importPartBytes });
    expect(await refusal(send(2 * importPartBytes))).toBe('import-part');
    expect(await refusal(send(importPartBytes, 10))).toBe('import-part');
    expect(await refusal(askRehearsal(admin))).toBe('import-files-unfinished');
    await Promise.all([send(importPartBytes), send(importPartBytes)]);
    expect(await send(2 * importPartBytes)).toEqual({ received: text.length });
    expect(await keptFiles()).toEqual([1, 1, 3]);
    await sendFile(admin, 'redirects.csv', redirects);
    expect(await keptFiles()).toEqual([1, 1, 1]);
    expect(Buffer.from((await db.importPart.findFirstOrThrow()).bytes).toString()).toBe(redirects);
  });

  it('has bounds in number and bytes', async () => {
    for (let at = 0; at < mostImportFiles; at += 1) await sendFile(admin, `${at}.csv`, redirects);
    expect(await refusal(sendFile(admin, 'more.csv', redirects))).toBe('import-files-many');
    const other = await makeMember({ roles: ['ADMIN'] });
    const part = Buffer.alloc(importPartBytes, ' \n');
    part.write(redirects);
    const large = (name: string, bytes: number) =>
      keepImportPart(other, { file: uuid7(clock()), name, bytes, at: 0, part });
    await large('a.csv', mostImportBytes - importPartBytes);
    expect(await refusal(large('b.csv', importPartBytes + 1))).toBe('import-files-large');
    await expect(db.$executeRaw`UPDATE "ImportPart" SET "bytes" = "bytes" || "bytes"`).rejects.toThrow(
      'ImportPart_bounded',
    );
    await expect(
      db.$executeRaw`INSERT INTO "ImportRun" ("id", "source", "origin", "rehearsal", "askedAt", "aliveAt", "report") VALUES (gen_random_uuid(), 'SHOPIFY', 'STAFF', true, now(), now(), jsonb_build_object('a', repeat('x', 100000)))`,
    ).rejects.toThrow('ImportRun_report_bounded');
  });

  it('is its sender’s alone, and nobody’s without the permission', async () => {
    const file = await sendFile(admin, 'redirects.csv', redirects);
    const other = await makeMember({ roles: ['ADMIN'] });
    expect(await refusal(transact(dropImportFile)(other, { id: file }))).toBe('not-found');
    const part = Buffer.from(redirects);
    const taken = { file, name: 'mine.csv', bytes: part.length, at: 0, part };
    expect(await refusal(keepImportPart(other, taken))).toBe('not-found');
    for (const who of [guest, await makeMember(), await makeMember({ roles: ['OPERATIONS'] })]) {
      expect(await refusal(keepImportPart(who, taken))).toBe('not-found');
      expect(await refusal(sendImportFile(who, { file: new File([redirects], 'a.csv') }))).toBe('not-found');
    }
    await transact(dropImportFile)(admin, { id: file });
    expect(await keptFiles()).toEqual([1, 0, 0]);
    expect(await refusal(askRehearsal(admin))).toBe('import-no-files');
  });
});

describe('files that wait', () => {
  it('are deleted after a day, but never while a run reads them', async () => {
    await sendFile(admin, 'redirects.csv', redirects);
    const tend = (ms: number) => transact(tendImportRuns)(system, undefined, { now: after(clock(), ms) });
    await tend(23 * hour);
    expect(await keptFiles()).toEqual([1, 1, 1]);
    const { id } = await askRehearsal(admin);
    await db.importRun.update({ where: { id }, data: { askedAt: after(clock(), day) } });
    await tend(25 * hour);
    expect(await keptFiles()).toEqual([1, 1, 1]);
    expect(await refusal(sendFile(admin, 'more.csv', redirects))).toBe('import-running');
    expect(await refusal(transact(dropRunFiles)(admin, { id }))).toBe('import-running');
    await runImport({ id });
    await tend(25 * hour);
    expect(await keptFiles()).toEqual([0, 0, 0]);
    expect(await refusal(askImport(admin, id))).toBe('import-over');
    expect((await runOf(id)).report).not.toBeNull();
  });

  it('are deleted when somebody is erased, who stays forgotten where they come again', async () => {
    const file = customers('Ann,Miller,ann@mill.example,,', 'Bo,Baker,bo@mill.example,,');
    await sendFile(admin, 'customers.csv', file);
    await bringAll();
    await sendFile(admin, 'customers.csv', file);
    await transact(erasePerson)(admin, { source: 'shopify', person: 'ann@mill.example' });
    expect(await keptFiles()).toEqual([0, 0, 0]);
    await sendFile(admin, 'customers.csv', file);
    const { report } = await runOf(await bringAll());
    expect(report?.leftOut).toContainEqual(left('customers-erased', 1));
    expect(await db.importRecord.findMany({ where: { kind: 'customer' }, select: { sourceId: true } })).toEqual([
      { sourceId: 'bo@mill.example' },
    ]);
  });

  it('are deleted as soon as nothing reads them any more when somebody was erased meanwhile', async () => {
    await sendFile(admin, 'customers.csv', customers('Ann,Miller,ann@mill.example,,'));
    const { id } = await askRehearsal(admin);
    await transact(erasePerson)(admin, { source: 'shopify', person: 'ann@mill.example' });
    const tend = () => transact(tendImportRuns)(system, undefined);
    await tend();
    expect(await keptFiles()).toEqual([1, 1, 1]);
    await runImport({ id });
    await tend();
    expect(await keptFiles()).toEqual([0, 0, 0]);
  });

  it('are deleted when staff say so, and what was to read them cannot be gone on with', async () => {
    await sendFile(admin, 'redirects.csv', redirects);
    const { id } = await askRehearsal(admin);
    await runImport({ id });
    await transact(dropRunFiles)(await makeMember({ roles: ['ADMIN'] }), { id });
    expect(await keptFiles()).toEqual([0, 0, 0]);
    expect([await refusal(askImport(admin, id)), await refusal(transact(goOnWithRun)(admin, { id }))]).toEqual([
      'import-over',
      'import-over',
    ]);
  });
});

it('who asked and may import no more by then has nothing imported', async () => {
  await sendFile(admin, 'redirects.csv', redirects);
  const { id } = await askRehearsal(admin);
  await db.grant.deleteMany({ where: { memberId: admin.id } });
  await runImport({ id });
  expect(await runOf(id)).toMatchObject({ state: 'FAILED', failure: 'not-allowed', report: null });
  const stranger = await makeMember({ roles: ['PRODUCT_OWNER'] });
  const forum = { site: 'https://a.example', again: false };
  expect(await refusal(transact(rehearseForum)(stranger, forum))).toBe('forbidden');
});
