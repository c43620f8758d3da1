import { randomUUID } from 'node:crypto';

import { beforeEach, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { makeDrop } from '@/tests/support/drop-factories';

import { notifyDropChange } from '../sql';
import { knownDrop, remainingOf, setRemaining } from './known-drops';
import { loadTerms, type Terms } from './load-terms';
import { limits } from '../limits';

vi.mock('./load-terms', async (original) => {
  const real = await original<typeof import('./load-terms')>();
  return { ...real, loadTerms: vi.fn(real.loadTerms) };
});

beforeEach(() => vi.mocked(loadTerms).mockClear());

it('does not let a reading that began before a batch tell of more units than the batch left', async () => {
  const {
    id,
    slug,
    allotmentIds: [allotmentId],
  } = await makeDrop({ units: [20] });
  await knownDrop(slug);
  const before = await loadTerms(slug);
  const after = structuredClone(before);
  const [late, next] = [slowReading(), slowReading()];

  await untilRead(id, 1);
  setRemaining(slug, allotmentId!, 5);
  late.end(before);
  await untilRead(id, 2);
  expect(remainingOf(slug, allotmentId!)).toBe(5);
  next.end(after);
  await expect.poll(() => remainingOf(slug, allotmentId!)).toBe(20);
});

it('does not read missing drops again when a drop is noted, however many were asked for', async () => {
  const { id, slug } = await makeDrop({ units: [20] });
  await knownDrop(slug);
  const names = Array.from({ length: 499 }, (_, at) => `none-${randomUUID()}-${at}`);
  await Promise.all(
    names
      .map((name, at) => knownDrop(name, `10.0.0.${at % 20}`))
      .map((asked) => Promise.resolve(asked).catch(() => null)),
  );
  vi.mocked(loadTerms).mockClear();
  await expect
    .poll(async () => {
      await notifyDropChange(db, id);
      return vi.mocked(loadTerms).mock.calls.length;
    })
    .toBeGreaterThan(3);
  expect(new Set(vi.mocked(loadTerms).mock.calls.map(([asked]) => asked))).toEqual(new Set([slug]));
});

it('keeps a drop that is sold though thousands of missing ones are asked for', async () => {
  const { slug } = await makeDrop({ units: [20] });
  await knownDrop(slug);
  for (let round = 0; round < 24; round += 1) {
    await Promise.all(
      Array.from({ length: 50 }, async (_, at) => knownDrop(`gone-${round}-${at}`, `10.1.${round}.${at}`)),
    );
  }
  expect(knownDrop(slug)).toMatchObject({ slug });
}, 20_000);

it('lets an address look for so many missing drops a minute, and asks the database once for each', async () => {
  const ip = '10.2.0.1';
  const names = Array.from({ length: limits.unknownDrop.count + 20 }, () => `none-${randomUUID()}`);
  const asked = await Promise.allSettled(names.map(async (name) => knownDrop(name, ip)));
  expect(asked.filter(({ status }) => status === 'rejected')).toHaveLength(20);
  vi.mocked(loadTerms).mockClear();
  expect(knownDrop(names[0]!, ip)).toBeNull();
  expect(loadTerms).not.toHaveBeenCalled();
  const { slug } = await makeDrop({ units: [20] });
  await knownDrop(slug, '10.2.0.2');
  expect(await knownDrop(slug, ip)).toMatchObject({ slug });
});

it('finds a drop that was missing as soon as it is announced', async () => {
  const { id, slug } = await makeDrop({ units: [20] });
  await db.drop.update({ where: { id }, data: { announcedAt: null } });
  expect(await knownDrop(slug)).toBeNull();
  await db.drop.update({ where: { id }, data: { announcedAt: new Date() } });
  await expect
    .poll(async () => {
      await notifyDropChange(db, id);
      return knownDrop(slug);
    })
    .toMatchObject({ slug });
});

function slowReading(): { end: (terms: Terms | null) => void } {
  const end: { end?: (terms: Terms | null) => void } = {};
  vi.mocked(loadTerms).mockReturnValueOnce(new Promise((resolve) => (end.end = resolve)));
  return { end: (terms) => end.end!(terms) };
}

// A read begins when the one before is over. A notification reaches only current listeners, so it is sent until one arrives.
async function untilRead(dropId: string, times: number): Promise<void> {
  const begun = () => vi.mocked(loadTerms).mock.calls.length - 2;
  await expect
    .poll(async () => {
      if (begun() < times) await notifyDropChange(db, dropId);
      return begun();
    })
    .toBe(times);
}
