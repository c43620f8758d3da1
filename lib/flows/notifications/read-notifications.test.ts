import { randomUUID } from 'node:crypto';

import { expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { momentUtc } from '@/lib/core/i18n';
import { clock } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';
import { rulesFor } from '@/tests/support/forum-factories';
import { makeProduct, makeThread } from '@/tests/support/feedback-factories';
import { db } from '@/lib/core/db';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { readNotifications } from './read-notifications';

const told = (memberId: string, kind: string, data: Prisma.InputJsonObject, path = '/') =>
  db.notification.create({ data: { memberId, kind, data, path, eventId: randomUUID(), createdAt: clock() } });

it('says of what is gone, or closed to the reader by now, that it is no longer available', async () => {
  const [fan, author] = [await makeMember(), await makeMember()];
  const { board } = await makeProduct();
  const [open, hidden, moved] = [
    await makeThread(board, author),
    await makeThread(board, author),
    await makeThread(board, author),
  ];
  const paths = {
    open: `/t/${open.number}/x`,
    hidden: `/t/${hidden.number}/x#post-1`,
    moved: `/inner/t/${moved.number}/x/from/4`,
    never: '/t/999999999/x',
    order: '/orders/AB12',
  };
  for (const path of Object.values(paths))
    await told(fan.id, 'post.replied', { title: 'Hinges', name: 'Kit', path }, path);
  await db.hiding.create({ data: { postId: hidden.postId, reason: 'Because', at: clock() } });
  const closed = await db.board.create({
    data: { slug: `closed-${randomUUID()}`, name: 'Closed', createdAt: clock(), rules: rulesFor('STAFF') },
  });
  await db.thread.update({ where: { number: moved.number }, data: { boardId: closed.id } });
  const { notifications } = await readNotifications(reading(fan), { memberId: fan.id, locale: 'en' });
  const gone = notifications.filter((each) => each.gone).map(({ path }) => path);
  expect(gone.toSorted()).toEqual([paths.hidden, paths.moved, paths.never].toSorted());
});

it('shows the sentence and the icon that are declared, and what another version wrote without spoiling the rest', async () => {
  const fan = await makeMember();
  await told(fan.id, 'wave.lost', { title: { en: 'First', zh: '首批' }, slug: 'first', place: 3 });
  await told(fan.id, 'wave.lost', { title: 'without its place' });
  await told(fan.id, 'domain.removed', {});
  const { notifications } = await readNotifications(reading(fan), { memberId: fan.id, locale: 'zh' });
  const shown = notifications.map(({ sentence, icon }) => ({ sentence, icon }));
  expect(shown).toHaveLength(3);
  expect(shown).toContainEqual({ sentence: expect.stringContaining('首批') as string, icon: 'drop' });
  expect(shown).toContainEqual({ sentence: null, icon: 'drop' });
  expect(shown).toContainEqual({ sentence: null, icon: null });
});

it('knows the moments of a sentence as it words them and as they are, and none of what was kept without', async () => {
  const fan = await makeMember();
  const until = momentUtc(new Date('2026-03-01T10:00:00Z'));
  const held = { title: { en: 'First', zh: '首批' }, variant: { en: 'Ink', zh: '墨黑' }, claimId: randomUUID() };
  await told(fan.id, 'wave.given', { ...held, until });
  await told(fan.id, 'wave.given', { ...held, until: { en: 'noon', zh: '正午' } });
  const { notifications } = await readNotifications(reading(fan), { memberId: fan.id, locale: 'zh' });
  const [without, withOne] = notifications.toSorted((a, b) => a.moments.length - b.moments.length);
  expect(without).toMatchObject({ moments: [], sentence: expect.stringContaining('正午') as string });
  expect(withOne!.moments).toEqual([{ words: until.zh, at: '2026-03-01T10:00:00.000Z' }]);
  expect(withOne!.sentence).toContain(until.zh);
});
