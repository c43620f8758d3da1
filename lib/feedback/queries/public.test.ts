import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { writeCursor } from '@/lib/core/cursor';
import { db } from '@/lib/core/db';
import { uuid7 } from '@/lib/core/ids';
import { countStatements } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import {
  makeIdea,
  makeOrder,
  makeProduct,
  makeProductOwner,
  makeSale,
  makeThread,
} from '@/tests/support/feedback-factories';

import { publishRelease, saveRelease } from '../commands';
import { ideasPath, readIdeasView, wholeView } from '../ideas-view';
import { getIdeaPanel, getRelease, getRoadmap, listIdeas, listReleases, productVoice } from './index';

const view = (product: string, change = {}) => ({ ...wholeView, product, ...change });

describe('the public lists of ideas', () => {
  it('page through all of them once, most wanted first, newest first', async () => {
    const product = await makeProduct();
    for (let nth = 0; nth < 13; nth += 1) {
      const idea = await makeIdea(product, {
        now: new Date(Date.now() - nth * 60_000),
        stage: (['NEW', 'ACCEPTED', 'PLANNED', 'STARTED'] as const)[nth % 4],
      });
      await db.idea.update({ where: { id: idea.id }, data: { voteCount: nth % 3 } });
    }
    for (const order of ['top', 'new'] as const) {
      const seen: { votes: number; createdAt: Date; id: string }[] = [];
      for (let after: string | null = null; ;) {
        const page = await listIdeas(reading(), view(product.handle, { order, after }), 4);
        seen.push(...page!.ideas);
        if (!page!.next) break;
        after = page!.next;
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(13);
      expect(seen).toHaveLength(13);
      const ranks = seen.map((idea) => (order === 'top' ? idea.votes : +idea.createdAt));
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    }
  });

  it('leave out closed boards, hidden threads, draft products and merged ideas', async () => {
    const product = await makeProduct();
    const shown = await makeIdea(product, { stage: 'PLANNED' });
    const hidden = await makeIdea(product, { stage: 'PLANNED' });
    await db.hiding.create({ data: { postId: hidden.postId, reason: 'x', at: new Date() } });
    await makeIdea(product, { stage: 'MERGED' });
    const [closed, draft] = [await makeProduct({ visibility: 'OWNERS' }), await makeProduct({ status: 'DRAFT' })];
    const secret = [
      await makeIdea(closed, { stage: 'PLANNED' }),
      await makeIdea(draft, { stage: 'PLANNED' }),
      hidden,
    ].map(({ id }) => id);
    const all = [
      await listIdeas(reading(), { ...wholeView, stage: 'ALL' }, 500),
      { ideas: (await getRoadmap(reading()))!.PLANNED },
    ];
    for (const list of all) {
      const found = list!.ideas.map(({ id }) => id);
      expect(found).toContain(shown.id);
      expect(found.filter((id) => secret.includes(id))).toEqual([]);
    }
    expect((await listIdeas(reading(), view(product.handle, { stage: 'ALL' })))!.ideas.map(({ id }) => id)).toEqual([
      shown.id,
    ]);
    expect(await listIdeas(reading(), view(draft.handle))).toBeNull();
    expect(await listIdeas(reading(), view(product.handle, { after: 'nonsense' }))).toBeNull();
    expect(await listIdeas(reading(), view(product.handle, { after: writeCursor(0, uuid7(new Date())) }))).toBeNull();
  });

  it('name no origin and no merged idea whose thread is hidden', async () => {
    const product = await makeProduct();
    const [idea, joined] = [await makeIdea(product), await makeIdea(product, { stage: 'MERGED' })];
    const said = await makeThread(product.board, await makeMember());
    await db.idea.update({ where: { id: idea.id }, data: { originPostId: said.postId } });
    await db.idea.update({ where: { id: joined.id }, data: { mergedIntoId: idea.id } });
    const panel = async () => {
      const { origin, merged } = (await getIdeaPanel(reading(), { threadNumber: idea.number }))!;
      return [origin?.number ?? null, merged.map(({ number }) => number)];
    };
    expect(await panel()).toEqual([said.number, [joined.number]]);
    for (const postId of [said.postId, joined.postId])
      await db.hiding.create({ data: { postId, reason: 'x', at: new Date() } });
    expect(await panel()).toEqual([null, []]);
  });

  it('have addresses that read back as themselves', () => {
    for (const each of [
      wholeView,
      view('air'),
      view('air', { order: 'new' }),
      { ...wholeView, stage: 'SHIPPED' as const },
      view('a b', { stage: 'ALL', order: 'new', after: '1f.x' }),
    ]) {
      const segments = ideasPath(each).split('/').slice(2).map(decodeURIComponent);
      expect(readIdeasView(segments)).toEqual(each);
    }
    expect(ideasPath(wholeView)).toBe('/ideas');
    expect(ideasPath(view('air', { stage: 'PLANNED' }))).toBe('/ideas/air/planned');
    for (const bad of [
      ['all', 'merged'],
      ['all', 'open', 'odd'],
      ['all', 'nope'],
      ['a', 'open', 'top', 'x', 'y'],
    ])
      expect(readIdeasView(bad)).toBeNull();
  });
});

describe('the trace of an idea', () => {
  it('of a product that became a draft show nothing of it on their threads', async () => {
    const product = await makeProduct();
    const idea = await makeIdea(product);
    const panel = () => getIdeaPanel(reading(), { threadNumber: idea.number });
    expect((await panel())?.product.handle).toBe(product.handle);
    await db.product.update({ where: { id: product.id }, data: { status: 'DRAFT' } });
    expect(await panel()).toBeNull();
  });

  it('runs forward to the release, the drops since and their paid orders, and back to the member', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const idea = await makeIdea(product, { stage: 'STARTED' });
    const before = await makeSale(product, {
      opensAt: new Date(Date.now() - 9e7),
      closesAt: new Date(Date.now() - 8e7),
    });
    const { id, slug } = await transact(saveRelease)(pm, {
      productId: product.id,
      kind: 'HARDWARE',
      version: 'Rev B',
      title: 'The click',
      markdown: 'Click.',
      ideas: [idea.id],
    });
    expect((await getIdeaPanel(reading(), { threadNumber: idea.number }))!.release).toBeNull();
    expect(await getRelease(reading(), { slug })).toBeNull();
    await transact(publishRelease)(pm, { releaseId: id }, { now: new Date(Date.now() - 60_000) });
    const since = await makeSale(product);
    await makeOrder(product, await makeMember(), { dropId: since.id });
    await makeOrder(product, await makeMember(), { dropId: since.id, state: 'DELIVERED' });
    await makeOrder(product, await makeMember(), { dropId: since.id, state: 'PENDING' });
    await makeOrder(product, await makeMember(), { dropId: since.id, state: 'REFUNDED' });
    const panel = await getIdeaPanel(reading(), { threadNumber: idea.number });
    expect(panel).toMatchObject({ stage: 'SHIPPED', release: { slug }, drops: [{ slug: since.slug, orders: 2 }] });
    const { result: release, statements } = await countStatements(() => getRelease(reading(), { slug }));
    expect(statements.length).toBeLessThanOrEqual(8);
    expect(release!.ideas.map((each) => each.id)).toEqual([idea.id]);
    expect(release!.credits).toEqual([
      expect.objectContaining({
        handle: idea.author.handle,
        reasons: ['IDEA'],
        ideas: [expect.objectContaining({ number: idea.number })],
      }),
    ]);
    expect(release!.drops.map((drop) => drop.slug)).toEqual([since.slug]);
    expect(JSON.stringify([panel, release])).not.toContain(before.slug);
    const voice = await productVoice(reading(), { productId: product.id });
    expect(voice).toMatchObject({
      got: [{ id: idea.id, release: { version: 'Rev B' } }],
      asked: [],
      credited: [{ handle: idea.author.handle }],
    });
    const list = await listReleases(reading());
    expect(await listReleases(reading(), { after: writeCursor(0, uuid7(new Date())) })).toBeNull();
    expect(list!.releases[0]).toMatchObject({ slug, ideas: 1, credited: 1, people: [{ handle: idea.author.handle }] });
  });

  it('does not lead to what is closed: the credit stands, the link does not', async () => {
    const product = await makeProduct({ visibility: 'OWNERS' });
    const pm = await makeProductOwner();
    const idea = await makeIdea(product, { stage: 'STARTED', title: 'Secret wish of an owner' });
    const { id, slug } = await transact(saveRelease)(pm, {
      productId: product.id,
      kind: 'APP',
      version: '3',
      title: 'Three',
      markdown: 'Three.',
      ideas: [idea.id],
    });
    await transact(publishRelease)(pm, { releaseId: id });
    const release = await getRelease(reading(), { slug });
    expect(release!.ideas).toEqual([]);
    expect(release!.credits).toEqual([expect.objectContaining({ handle: idea.author.handle, ideas: [] })]);
    expect(JSON.stringify(release)).not.toContain('Secret wish');
  });

  it('costs few statements on every page', async () => {
    const product = await makeProduct();
    for (let nth = 0; nth < 5; nth += 1) await makeIdea(product);
    const cost = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length;
    expect(await cost(() => listIdeas(reading(), view(product.handle)))).toBeLessThanOrEqual(2);
    expect(await cost(() => getRoadmap(reading(), { product: product.handle }))).toBeLessThanOrEqual(2);
    expect(await cost(() => listReleases(reading()))).toBe(1);
    expect(await cost(() => productVoice(reading(), { productId: product.id }))).toBeLessThanOrEqual(8);
  });
});
