import { afterEach, describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { builtInRoles } from '@/lib/core/permissions';
import { react } from '@/lib/server/react';
import { makeFans } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import {
  makeIdea,
  makeOwner,
  makeProduct,
  makeProductOwner,
  makeThread,
  type MadeProduct,
} from '@/tests/support/feedback-factories';
import { refusal } from '@/tests/support/refusal';

import { mergeIdeas } from './merge-ideas';
import { publishRelease } from './publish-release';
import { saveRelease } from './save-release';
import { stageIdea } from './stage-idea';

const save = transact(saveRelease);
const publish = transact(publishRelease);
const draft = (product: MadeProduct, ideas: string[], version = '2.1') => ({
  productId: product.id,
  kind: 'FIRMWARE' as const,
  version,
  title: 'Louder mornings',
  markdown: 'What you **asked** for.',
  ideas,
});

afterEach(async () => void (await pool.query('DROP TRIGGER IF EXISTS break ON "ReleaseCredit"')));

describe('two drafts at once', () => {
  it('of one version are one release, and the other is told so', async () => {
    const [product, pm] = [await makeProduct(), await makeProductOwner()];
    const both = await Promise.allSettled([1, 2].map(() => save(pm, draft(product, []))));
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toMatchObject([{ code: 'version-taken' }]);
  });

  it('that are given one version at once are told so as well', async () => {
    const [product, pm] = [await makeProduct(), await makeProductOwner()];
    for (let round = 0; round < 6; round += 1) {
      const versions = ['a', 'b'].map((name) => `${round}.${name}`);
      const drafts = await Promise.all(versions.map((version) => save(pm, draft(product, [], version))));
      const edits = drafts.map(({ id }) => save(pm, { ...draft(product, [], `${round}.0`), releaseId: id }));
      expect((await Promise.all(edits.map(refusal))).toSorted()).toEqual(['done', 'version-taken']);
    }
  });

  it('of versions that read alike in an address have two', async () => {
    const [product, pm] = [await makeProduct(), await makeProductOwner()];
    const both = await Promise.all(['2.1', '2-1'].map((version) => save(pm, draft(product, [], version))));
    const plain = `${product.handle}-2-1`;
    expect(both.map(({ slug }) => slug).toSorted()).toEqual([plain, `${plain}-2`]);
  });
});

describe('publishing a release', () => {
  it('ships its ideas and credits authors, those who joined and whose post it was', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const speaker = await makeMember();
    const thread = await makeThread(product.board, speaker);
    const [idea, report] = [
      await makeIdea(product, { stage: 'STARTED' }),
      await makeIdea(product, { kind: 'REPORT', stage: 'ACCEPTED' }),
    ];
    await db.idea.update({ where: { id: report.id }, data: { originPostId: thread.postId } });
    const joined = await makeIdea(product);
    await transact(mergeIdeas)(pm, { ideaId: joined.id, intoId: idea.id });
    const { id, slug } = await save(pm, draft(product, [idea.id, report.id]));
    expect(slug).toBe(`${product.handle}-2-1`);
    await publish(pm, { releaseId: id });
    const credits = await db.releaseCredit.findMany({
      where: { releaseId: id },
      select: { memberId: true, ideaId: true, reason: true },
    });
    expect(new Set(credits.map((credit) => Object.values(credit).join(' ')))).toEqual(
      new Set([
        `${idea.author.id} ${idea.id} IDEA`,
        `${joined.author.id} ${joined.id} IDEA`,
        `${report.author.id} ${report.id} REPORT`,
        `${speaker.id} ${report.id} REPORT`,
      ]),
    );
    expect(await db.idea.count({ where: { releaseId: id, stage: 'SHIPPED' } })).toBe(2);
    expect(await db.ideaStep.count({ where: { to: 'SHIPPED', ideaId: { in: [idea.id, report.id] } } })).toBe(2);
  });

  it('tells the credited and the voters, each once for all ideas', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const [one, two] = await makeFans(2);
    const first = await makeIdea(product, { stage: 'STARTED', title: 'First wish', voters: [one!.id, two!.id] });
    const second = await makeIdea(product, { stage: 'STARTED', title: 'Second wish', voters: [two!.id] });
    const { id } = await save(pm, draft(product, [first.id, second.id]));
    await publish(pm, { releaseId: id });
    const events = await db.event.findMany({
      where: {
        OR: [
          { name: 'release.published', payload: { path: ['releaseId'], equals: id } },
          { name: 'idea.staged', payload: { path: ['releaseId'], equals: id } },
        ],
      },
    });
    expect(events).toHaveLength(3);
    for (const event of [...events, ...events]) await react(event.id);
    const rows = await db.notification.findMany({
      where: { eventId: { in: events.map((event) => event.id) } },
      select: { memberId: true, kind: true, data: true },
    });
    expect(
      Object.fromEntries(rows.map(({ memberId, kind, data }) => [memberId, [kind, (data as { ideas: number }).ideas]])),
    ).toEqual({
      [first.author.id]: ['release.credited', 1],
      [second.author.id]: ['release.credited', 1],
      [one!.id]: ['release.shipped', 1],
      [two!.id]: ['release.shipped', 2],
    });
    expect(rows).toHaveLength(4);
    const mail = await db.mail.findFirstOrThrow({ where: { memberId: first.author.id } });
    expect(mail.text).toContain('First wish');
  });

  it('tells owners of what they voted for on their own board, and no former owner', async () => {
    const product = await makeProduct({ visibility: 'OWNERS' });
    const pm = await makeProductOwner();
    const [owner, former] = [await makeMember(), await makeMember()];
    await makeOwner(product, owner);
    const past = await makeOwner(product, former);
    await db.ownership.update({ where: { id: past.id }, data: { endedAt: new Date() } });
    const idea = await makeIdea(product, { stage: 'STARTED', voters: [owner.id, former.id] });
    const { id } = await save(pm, draft(product, [idea.id]));
    await publish(pm, { releaseId: id });
    const event = await db.event.findFirstOrThrow({
      where: { name: 'release.published', payload: { path: ['releaseId'], equals: id } },
    });
    await react(event.id);
    const rows = await db.notification.findMany({ where: { eventId: event.id }, select: { memberId: true } });
    // Its author owns none, and may not read it any more than the former owner.
    expect(rows.map(({ memberId }) => memberId)).toEqual([owner.id]);
  });

  it('leaves nothing behind when it breaks at its last step', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const idea = await makeIdea(product, { stage: 'STARTED' });
    const { id } = await save(pm, draft(product, [idea.id]));
    await pool.query(
      `CREATE OR REPLACE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`,
    );
    await pool.query('CREATE TRIGGER break BEFORE INSERT ON "ReleaseCredit" FOR EACH ROW EXECUTE FUNCTION break()');
    await expect(publish(pm, { releaseId: id })).rejects.toThrow('broken');
    expect(await db.release.findUniqueOrThrow({ where: { id } })).toMatchObject({ publishedAt: null });
    expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({ stage: 'STARTED' });
    expect(await db.ideaStep.count({ where: { ideaId: idea.id, to: 'SHIPPED' } })).toBe(0);
    expect(await db.releaseCredit.count({ where: { releaseId: id } })).toBe(0);
    expect(await db.event.count({ where: { payload: { path: ['releaseId'], equals: id } } })).toBe(0);
    expect(await db.auditEntry.count({ where: { subjectId: id, act: 'release.publish' } })).toBe(0);
  });

  it('happens once when pressed twice, and not with an idea that moved meanwhile', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const [idea, moved] = [
      await makeIdea(product, { stage: 'STARTED' }),
      await makeIdea(product, { stage: 'PLANNED' }),
    ];
    const { id } = await save(pm, draft(product, [idea.id]));
    const answers = await Promise.allSettled([publish(pm, { releaseId: id }), publish(pm, { releaseId: id })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db.ideaStep.count({ where: { ideaId: idea.id, to: 'SHIPPED' } })).toBe(1);
    const next = await save(pm, draft(product, [moved.id], '2.2'));
    await db.idea.update({ where: { id: moved.id }, data: { stage: 'DECLINED' } });
    await expect(publish(pm, { releaseId: next.id })).rejects.toMatchObject({ code: 'release-idea-moved' });
  });

  it('takes only ideas of its product that may ship, each into one release; a declined one leaves it', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const [fresh, started, other] = [
      await makeIdea(product),
      await makeIdea(product, { stage: 'STARTED' }),
      await makeIdea(await makeProduct(), { stage: 'STARTED' }),
    ];
    await expect(save(pm, draft(product, [fresh.id]))).rejects.toMatchObject({ code: 'release-idea-moved' });
    await expect(save(pm, draft(product, [other.id]))).rejects.toMatchObject({ code: 'release-idea-moved' });
    const { id } = await save(pm, draft(product, [started.id]));
    await expect(save(pm, draft(product, [started.id], '2.2'))).rejects.toMatchObject({ code: 'release-idea-moved' });
    await expect(save(pm, draft(product, []))).rejects.toMatchObject({ code: 'version-taken' });
    await transact(stageIdea)(pm, { ideaId: started.id, to: 'DECLINED', reason: 'No' });
    expect(await db.idea.count({ where: { releaseId: id } })).toBe(0);
    await save(pm, { ...draft(product, [], '2.3'), releaseId: id });
    expect(await db.release.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: '2.3' });
  });

  it('is for product owners only', async () => {
    const product = await makeProduct();
    const { id } = await save(await makeProductOwner(), draft(product, []));
    const others = [
      guest,
      await makeMember(),
      ...(await Promise.all(
        builtInRoles
          .filter((role) => role !== 'PRODUCT_OWNER' && role !== 'ADMIN')
          .map((role) => makeMember({ roles: [role] })),
      )),
    ];
    for (const actor of others) {
      await expect(publish(actor, { releaseId: id })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(save(actor, draft(product, [], '9'))).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
