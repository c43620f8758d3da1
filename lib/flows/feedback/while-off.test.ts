/** What authors and voters are told when staff go on with ideas and releases while those are off: once they are on, how it stands. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { publishRelease, saveRelease, stageIdea } from '@/lib/feedback/commands';
import { resumeNotices } from '@/lib/notifications/schedules/resume-waiting';
import { turnOff } from '@/tests/support/areas';
import { truncateAll } from '@/tests/support/database';
import { makeIdea, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';

beforeEach(truncateAll);
afterEach(() => turnOff());

const stage = transact(stageIdea);
const kinds = async () => (await db.notification.findMany()).map(({ kind }) => kind).toSorted();

async function turnOn(): Promise<void> {
  await turnOff();
  await resumeNotices(clock());
  await runJobs();
}

describe('while they are off', () => {
  it('an idea goes through several steps, of which its author is told the last, once', async () => {
    const pm = await makeProductOwner();
    const idea = await makeIdea(await makeProduct());
    await runJobs();
    await turnOff('community');
    await stage(pm, { ideaId: idea.id, to: 'ACCEPTED' });
    await stage(pm, { ideaId: idea.id, to: 'PLANNED' });
    await runJobs();
    expect(await kinds()).toEqual([]);
    await turnOn();
    await turnOn();
    expect(await kinds()).toEqual(['idea.planned']);
  });

  it('a release is published, and whom it credits are told afterwards', async () => {
    const [product, pm] = [await makeProduct(), await makeProductOwner()];
    const idea = await makeIdea(product, { stage: 'STARTED' });
    await runJobs();
    const { id: releaseId } = await transact(saveRelease)(pm, {
      ...{ productId: product.id, kind: 'FIRMWARE', version: '2.1', title: 'Louder', markdown: 'As asked.' },
      ideas: [idea.id],
    });
    await turnOff('releases');
    await transact(publishRelease)(pm, { releaseId });
    await runJobs();
    expect(await kinds()).toEqual([]);
    await turnOn();
    expect(await kinds()).toEqual(['release.credited']);
  });
});
