import { randomUUID } from 'node:crypto';

import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { clock } from '@/lib/core/time';
import { notify } from '@/lib/notifications/commands';
import { makeMember } from '@/tests/support/factories';
import { makeProduct, makeThread } from '@/tests/support/feedback-factories';
import { db } from '@/lib/core/db';

import { readNotifications } from './read-notifications';

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
    await transact(notify)(fan, { memberId: fan.id, kind: 'welcome', path, eventId: randomUUID() });
  await db.hiding.create({ data: { postId: hidden.postId, reason: 'Because', at: clock() } });
  const closed = await db.board.create({
    data: { slug: `closed-${randomUUID()}`, name: 'Closed', visibility: 'STAFF', createdAt: clock() },
  });
  await db.thread.update({ where: { number: moved.number }, data: { boardId: closed.id } });
  const { notifications } = await readNotifications(reading(fan), { memberId: fan.id });
  const gone = notifications.filter((each) => each.gone).map(({ path }) => path);
  expect(gone.toSorted()).toEqual([paths.hidden, paths.moved, paths.never].toSorted());
});
