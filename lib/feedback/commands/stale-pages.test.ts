/** Two colleagues at once: a decision on an outdated page is refused and overwrites nothing. */
import { describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeIdea, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';
import { refusal } from '@/tests/support/refusal';

import { mergeIdeas } from './merge-ideas';
import { saveRelease } from './save-release';
import { stageIdea } from './stage-idea';
import { writeRelease } from './write-release';

const [stage, merge, save, write] = [
  transact(stageIdea),
  transact(mergeIdeas),
  transact(saveRelease),
  transact(writeRelease),
];

describe('an idea', () => {
  it('that a colleague moved meanwhile is not moved from where it was', async () => {
    const [one, two] = [await makeProductOwner(), await makeProductOwner()];
    const product = await makeProduct();
    const [idea, other] = [await makeIdea(product), await makeIdea(product)];
    await stage(one, { ideaId: idea.id, from: 'NEW', to: 'DECLINED', reason: 'Too heavy' });
    // Declined ideas may be accepted: without the stage that the page showed this would go through.
    expect(await refusal(stage(two, { ideaId: idea.id, from: 'NEW', to: 'ACCEPTED' }))).toBe('idea-moved');
    expect(await refusal(merge(two, { ideaId: idea.id, from: 'NEW', intoId: other.id }))).toBe('idea-moved');
    expect(await refusal(stage(two, { ideaId: idea.id, from: 'DECLINED', to: 'ACCEPTED' }))).toBe('done');
  });

  it('declined and accepted at the same moment takes one step', async () => {
    const [one, two] = [await makeProductOwner(), await makeProductOwner()];
    for (let round = 0; round < 5; round += 1) {
      const idea = await makeIdea(await makeProduct());
      const answers = await Promise.all([
        refusal(stage(one, { ideaId: idea.id, from: 'NEW', to: 'DECLINED', reason: 'No' })),
        refusal(stage(two, { ideaId: idea.id, from: 'NEW', to: 'ACCEPTED' })),
      ]);
      expect(answers.toSorted()).toEqual(['done', 'idea-moved']);
      expect(await db.ideaStep.count({ where: { ideaId: idea.id, from: 'NEW' } })).toBe(1);
    }
  });
});

describe('a release', () => {
  const words = async () => {
    const product = await makeProduct();
    return {
      productId: product.id,
      kind: 'FIRMWARE' as const,
      version: '1.0',
      title: 'First light',
      markdown: 'Words.',
      ideas: [] as string[],
    };
  };

  it('saved from an older form is refused, also when both are saved at once', async () => {
    const [one, two] = [await makeProductOwner(), await makeProductOwner()];
    const given = await words();
    const { id: releaseId } = await save(one, given);
    const answers = await Promise.all(
      [one, two].map((actor, at) => refusal(save(actor, { ...given, releaseId, revision: 1, title: `Title ${at}` }))),
    );
    expect(answers.toSorted()).toEqual(['done', 'release-edited']);
    expect(await refusal(save(two, { ...given, releaseId, revision: 2, title: 'After looking' }))).toBe('done');
  });

  it('is published as it stands in the form, not as it was saved', async () => {
    const owner = await makeProductOwner();
    const product = await makeProduct();
    const [saved, added] = [
      await makeIdea(product, { stage: 'STARTED' }),
      await makeIdea(product, { stage: 'STARTED' }),
    ];
    const given = { ...(await words()), productId: product.id, ideas: [saved.id] };
    const { id: releaseId } = await save(owner, given);
    await write(owner, {
      ...given,
      releaseId,
      revision: 1,
      title: 'A better title',
      ideas: [saved.id, added.id],
      publish: true,
    });
    const release = await db.release.findUniqueOrThrow({
      where: { id: releaseId },
      select: { title: true, publishedAt: true, _count: { select: { ideas: true } } },
    });
    expect(release).toMatchObject({ title: 'A better title', publishedAt: expect.any(Date), _count: { ideas: 2 } });
  });
});
