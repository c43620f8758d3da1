import { expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { makeDrop } from '@/tests/support/drop-factories';

import { noteDrop } from '../sql';
import { knownDrop, remainingOf, setRemaining } from './known-drops';
import { loadTerms, type Terms } from './load-terms';

vi.mock('./load-terms', async (original) => {
  const real = await original<typeof import('./load-terms')>();
  return { ...real, loadTerms: vi.fn(real.loadTerms) };
});

it('does not let a reading that began before a batch tell of more units than the batch left', async () => {
  const { id, slug, allotmentIds: [allotmentId] } = await makeDrop({ units: [20] });
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
  await vi.waitFor(() => expect(remainingOf(slug, allotmentId!)).toBe(20));
});

function slowReading(): { end: (terms: Terms | null) => void } {
  const end: { end?: (terms: Terms | null) => void } = {};
  vi.mocked(loadTerms).mockReturnValueOnce(new Promise((resolve) => (end.end = resolve)));
  return { end: (terms) => end.end!(terms) };
}

// A reading begins when the one before is over. A note reaches only those who listen already, so it is sent until it is heard.
async function untilRead(dropId: string, times: number): Promise<void> {
  const begun = () => vi.mocked(loadTerms).mock.calls.length - 2;
  await vi.waitFor(async () => {
    if (begun() < times) await noteDrop(db, dropId);
    expect(begun()).toBe(times);
  }, { timeout: 5_000, interval: 50 });
}
