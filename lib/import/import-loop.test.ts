import { createReadStream } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { announceDrop, scheduleDrop } from '@/lib/drops/commands';
import { scheduleInput } from '@/lib/drops/schema';
import { publishRelease, saveRelease, stageIdea } from '@/lib/feedback/commands';
import { productVoice } from '@/lib/feedback/queries';
import { getProductStage } from '@/lib/flows/catalog/get-product-stage';
import { makeIdeaFromPost } from '@/lib/flows/feedback/make-idea-from-post';
import { makeMember } from '@/tests/support/factories';

import { importDiscourse } from './import-discourse';
import { importShopify } from './import-shopify';

const fixture = (name: string) => path.resolve('tests/fixtures', name);

it('what was imported takes part like anything else: a post becomes an idea, its product a release and a drop', async () => {
  await importShopify([{ name: 'knitwear.csv', open: () => createReadStream(fixture('shopify/knitwear.csv')) }], {
    currency: 'USD',
  });
  await importDiscourse(fixture('discourse/workshop'));
  const { id: productId, variants } = await db.product.findUniqueOrThrow({
    where: { handle: 'harbour-work-shirt' },
    include: { variants: true },
  });
  const post = await db.post.findFirstOrThrow({ where: { number: 3 }, include: { author: true } });
  const [pm, ops] = [await makeMember({ roles: ['PRODUCT_OWNER'] }), await makeMember({ roles: ['OPERATIONS'] })];

  const { ideaId } = await makeIdeaFromPost(pm, { postId: post.id, productId, title: 'Let the sleeves be rolled up' });
  await transact(stageIdea)(pm, { ideaId, to: 'ACCEPTED' });
  const { id: releaseId } = await transact(saveRelease)(pm, {
    productId,
    kind: 'HARDWARE',
    version: '2.0',
    title: 'Rolled sleeves',
    markdown: 'They roll now.',
    ideas: [ideaId],
  });
  await transact(publishRelease)(pm, { releaseId });

  const opensAt = after(clock(), minute);
  const plan = scheduleInput.parse({
    productId,
    title: 'First hundred shirts',
    opensAt: opensAt.toISOString(),
    closesAt: after(opensAt, hour).toISOString(),
    [`units.${variants[0]?.id}`]: 2,
  });
  const { id: dropId } = await transact(scheduleDrop)(ops, plan);
  await transact(announceDrop)(ops, { dropId });

  const voice = await productVoice(reading(), { productId });
  expect(voice.got.map(({ title }) => title)).toEqual(['Let the sleeves be rolled up']);
  expect(voice.credited.map(({ handle }) => handle)).toContain(post.author.handle);
  expect(voice.releases.map(({ title }) => title)).toEqual(['Rolled sleeves']);
  const { drops } = await getProductStage(reading(), { productId });
  expect(drops.map(({ title, units }) => [title, units])).toEqual([['First hundred shirts', 2]]);
}, 120_000);
