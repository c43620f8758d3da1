import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Channel } from '@/lib/core/prisma-client/enums';
import { after, clock, hour } from '@/lib/core/time';
import { asRoles } from '@/tests/support/as-roles';
import { makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { refusal } from '@/tests/support/refusal';

import { cancelDrop, nameMembers, unnameMember } from './commands';
import { getEntitlement } from './queries/get-entitlement';
import { getDropForStaff } from './queries';
import { nameMembersInput } from './schema';

const soon = () => ({ opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });

async function makeAside(wish: Parameters<typeof makeDrop>[0] = soon(), channel: Channel = 'BETA'): Promise<MadeDrop> {
  const drop = await makeDrop(wish);
  await db.allotment.create({
    data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel, units: 2, remaining: 2 },
  });
  return drop;
}

const typed = (drop: MadeDrop, handles: string, channel = 'BETA') =>
  nameMembersInput.parse({ dropId: drop.id, channel, handles });
const channelsOf = async (fan: SignedIn, { id: dropId }: MadeDrop) =>
  (await getEntitlement(reading(fan), { dropId })).channels;
const actsOn = (drop: MadeDrop) =>
  db.auditEntry.findMany({
    where: { subjectId: drop.id },
    orderBy: { at: 'asc' },
    select: { act: true, actorId: true, detail: true },
  });

describe('the members of a channel', () => {
  it('are named several at once, by handles however they are typed, once each', async () => {
    const [drop, operator, fans] = [await makeAside(), await makeOperator(), await makeFans(3)];
    const [one, two, three] = fans.map(({ handle }) => handle);
    expect(await transact(nameMembers)(operator, typed(drop, ` @${one!.toUpperCase()}，${two}\n${one}; `))).toEqual({
      added: 2,
      before: 0,
    });
    expect(await transact(nameMembers)(operator, typed(drop, `${two}, ${three}`))).toEqual({ added: 1, before: 1 });
    expect(await Promise.all(fans.map((fan) => channelsOf(fan, drop)))).toEqual(fans.map(() => ['BETA', 'PUBLIC']));
    expect(
      (await getDropForStaff(reading(operator), { id: drop.id }))!.named.map(({ member }) => member.handle).toSorted(),
    ).toEqual([one, two, three].toSorted());
    const acts = await actsOn(drop);
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['drop.nameMembers', operator.id],
      ['drop.nameMembers', operator.id],
    ]);
    expect(acts[1]!.detail).toEqual({ channel: 'BETA', handles: three });
  });

  it('claim from the staff units without a role, when they are named for those', async () => {
    const [drop, operator, [fan]] = [await makeAside(soon(), 'STAFF'), await makeOperator(), await makeFans(1)];
    await transact(nameMembers)(operator, typed(drop, fan!.handle, 'STAFF'));
    expect(await channelsOf(fan!, drop)).toEqual(['STAFF', 'PUBLIC']);
    expect(await refusal(transact(nameMembers)(operator, typed(drop, fan!.handle)))).toBe('channel-empty');
  });

  it('are only those who were named: a role opens nothing, also one that was given while a wave is open', async () => {
    const [drop, operator] = [
      await makeAside({ opensAt: after(clock(), -hour), closesAt: after(clock(), hour) }, 'STAFF'),
      await makeOperator(),
    ];
    expect(await channelsOf(operator, drop)).toEqual(['PUBLIC']);
    expect(await channelsOf({ ...operator, ...asRoles('ADMIN', 'MODERATOR') }, drop)).toEqual(['PUBLIC']);
  });

  it('are all named or none, and the refusal names who is not known', async () => {
    const [drop, operator, [fan]] = [await makeAside(), await makeOperator(), await makeFans(1)];
    const wrong = transact(nameMembers)(operator, typed(drop, `${fan!.handle} nobody-here, neither-here`));
    await expect(wrong).rejects.toMatchObject({
      code: 'handles-unknown',
      detail: { field: 'handles', values: { count: 2, handles: '@nobody-here, @neither-here' } },
    });
    expect([await channelsOf(fan!, drop), await actsOn(drop)]).toEqual([['PUBLIC'], []]);
  });

  it('are named by two members of staff at the same moment once', async () => {
    const [drop, operator, fans] = [await makeAside(), await makeOperator(), await makeFans(6)];
    const all = typed(drop, fans.map(({ handle }) => handle).join());
    const answers = await Promise.all(Array.from({ length: 4 }, () => transact(nameMembers)(operator, all)));
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(6);
    expect(await db.channelMember.count({ where: { dropId: drop.id } })).toBe(6);
  });

  it('are taken off again, once', async () => {
    const [drop, operator, [fan]] = [await makeAside(), await makeOperator(), await makeFans(1)];
    await transact(nameMembers)(operator, typed(drop, fan!.handle));
    const off = { dropId: drop.id, channel: 'BETA' as const, memberId: fan!.id };
    await transact(unnameMember)(operator, off);
    await transact(unnameMember)(operator, off);
    expect(await channelsOf(fan!, drop)).toEqual(['PUBLIC']);
    expect((await actsOn(drop)).map(({ act }) => act)).toEqual(['drop.nameMembers', 'drop.unnameMember']);
  });

  it('are named and taken off until a wave opens, and again before the next', async () => {
    const [drop, operator, fans] = [
      await makeAside({ opensAt: after(clock(), -hour), closesAt: after(clock(), hour) }),
      await makeOperator(),
      await makeFans(1),
    ];
    const name = (now: Date) => refusal(transact(nameMembers)(operator, typed(drop, fans[0]!.handle), { now }));
    const off = (now: Date) =>
      refusal(transact(unnameMember)(operator, { dropId: drop.id, channel: 'BETA', memberId: fans[0]!.id }, { now }));
    expect([await name(after(clock(), -2 * hour)), await name(clock()), await off(clock())]).toEqual([
      'done',
      'names-closed',
      'names-closed',
    ]);
    expect(await name(after(clock(), 2 * hour))).toBe('names-closed');
    await db.wave.create({
      data: { dropId: drop.id, number: 2, opensAt: after(clock(), 4 * hour), closesAt: after(clock(), 5 * hour) },
    });
    expect([await name(after(clock(), 2 * hour)), await off(after(clock(), 2 * hour))]).toEqual(['done', 'done']);
    await transact(cancelDrop)(operator, { dropId: drop.id, reason: 'The shells cracked' });
    expect(await name(after(clock(), 2 * hour))).toBe('drop-cancelled');
  });

  it('come as handles, some and not too many', () => {
    const parse = (handles?: string) =>
      nameMembersInput.safeParse({ dropId: '01990000-0000-7000-8000-000000000000', channel: 'BETA', handles });
    expect(
      [parse(' @ ,'), parse(), parse(Array.from({ length: 201 }, (_, at) => `fan${at}`).join())].map(
        ({ error }) => error?.issues[0]?.message,
      ),
    ).toEqual(['code:required', expect.any(String), 'code:too-many-handles']);
    expect(parse('fan').success).toBe(true);
    expect(nameMembersInput.safeParse({ ...parse('fan').data, channel: 'PUBLIC', handles: 'fan' }).success).toBe(false);
  });
});
