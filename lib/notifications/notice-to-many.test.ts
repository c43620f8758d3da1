import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { feedbackNotices } from '@/lib/feedback/notices';
import { memberNotices } from '@/lib/members/notices';
import { countStatements, truncateAll } from '@/tests/support/database';
import { makeFans } from '@/tests/support/drop-factories';
import { countWritten } from '@/tests/support/notices';

import { notify } from './commands';
import type { NoticePart } from './jobs';
import { writeQueuedPart } from './write-notices';

beforeEach(truncateAll);

const { 'member.warned': warned } = memberNotices;
const occasion = (at = clock()) => ({ id: randomUUID(), at });

describe('a notice to many', () => {
  const made = feedbackNotices['idea.made'];
  const product = { en: 'Foxtail Air', zh: '狐尾 Air' };
  const toEach = (members: { id: string }[]) =>
    members.map(({ id }, at) => ({
      memberId: id,
      data: { title: `Idea ${at}`, product, path: '/', from: 'post' as const },
    }));
  const send = (members: { id: string }[], event = occasion()) =>
    countStatements(() => inTransaction(system, (ctx) => notify(ctx, made, event, toEach(members))));

  // What the worker does with the parts of a notice.
  const noticeParts = async () => {
    const parts = await db.$queryRaw<{ payload: NoticePart }[]>`
      SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'writeNotices'`;
    for (const { payload } of parts) await writeQueuedPart(payload);
    return parts.length;
  };

  it('reaches 2,000 once each, with words of their own, in parts, however often it is told', async () => {
    const fans = await makeFans(2000);
    const event = occasion();
    const [first, again, few] = [await send(fans, event), await send(fans, event), await send(fans.slice(0, 3))];
    expect(await countWritten()).toEqual([3, 3, 3]);
    expect(await noticeParts()).toBe(20);
    expect(await countWritten()).toEqual([2003, 2003, 2003]);
    const writes = ({ statements }: { statements: string[] }) =>
      statements.filter((sql) => /INSERT INTO|add_job|FROM members\.mailbox/.test(sql)).length;
    expect([writes(few), writes(first), writes(again)]).toEqual([4, 1, 1]);
    const last = await db.mail.findFirstOrThrow({ where: { memberId: fans[1999]!.id } });
    expect(last).toMatchObject({ key: `${event.id}:${fans[1999]!.id}:idea.made`, createdAt: event.at });
    expect(last.text).toContain('Idea 1999');
  }, 60_000);

  it('leaves out one whose words are wrong, and still reaches the others', async () => {
    const fans = await makeFans(3);
    const recipients = toEach(fans);
    recipients[1]!.data.title = undefined as unknown as string;
    await inTransaction(system, (ctx) => notify(ctx, made, occasion(), recipients));
    expect(await countWritten()).toEqual([2, 2, 2]);
  });

  it('reaches all, though the path of one holds what the database takes for no text', async () => {
    const fans = await makeFans(3);
    const recipients = toEach(fans);
    recipients[1]!.data.path = '/\u0000here';
    await inTransaction(system, (ctx) => notify(ctx, made, occasion(), recipients));
    expect(await countWritten()).toEqual([3, 3, 3]);
  });

  it('fails if it can be sent to none of them, so that the worker tries again', async () => {
    const [fan] = await makeFans(1);
    const recipients = [{ memberId: fan!.id, data: {} as { reason: string } }];
    const sent = inTransaction(system, (ctx) => notify(ctx, warned, occasion(), recipients));
    await expect(sent).rejects.toThrow();
    expect(await countWritten()).toEqual([0, 0, 0]);
  });

  it('keeps nothing that is not declared', async () => {
    const [fan] = await makeFans(1);
    const recipients = [{ memberId: fan!.id, data: { reason: 'x', address: 'Main Street 1' } }];
    await inTransaction(system, (ctx) => notify(ctx, warned, occasion(), recipients));
    expect((await db.notification.findFirstOrThrow()).data).toEqual({ reason: 'x' });
  });

  it('does not compile without what its sentences need', async () => {
    const work = (ctx: Ctx) =>
      notify(ctx, warned, occasion(), [
        // @ts-expect-error a warning has a reason
        { memberId: randomUUID(), data: {} },
      ]);
    await expect(inTransaction(system, work)).rejects.toThrow();
  });
});
