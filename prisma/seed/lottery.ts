import { db } from '@/lib/core/db';
import { sha256 } from '@/lib/core/ids';
import { after, day, hour, minute, second } from '@/lib/core/time';
import { emailKeyOf } from '@/lib/drops/email-key';
import { enterBatch } from '@/lib/drops/sql';
import { decideDueWaves } from '@/lib/drops/schedules/decide-waves';

import { dropSlugs, tellDrop } from './drops';
import { payFor, placeInPast, sendOff } from './orders';
import type { World } from './world';

/** Who entered, with the finish they asked for, in the order in which they came. */
const entrants: readonly [member: string, variant: 'Ink' | 'Oat'][] = [
  ['mateo', 'Ink'],
  ['hana', 'Oat'],
  ['fan', 'Ink'],
  ['xiaoman', 'Oat'],
  ['zhou', 'Ink'],
  ['okoro', 'Ink'],
  ['suhe', 'Oat'],
  ['lars', 'Ink'],
  ['owner', 'Oat'],
  ['wangyue', 'Ink'],
  ['priya', 'Oat'],
  ['oskar', 'Ink'],
  ['yinuo', 'Ink'],
];

/** The first eight Hearths, drawn by lot: decided some days ago, paid for, and on their way. */
export async function seedLottery(world: World): Promise<void> {
  const opensAt = world.ago(9);
  const closesAt = after(opensAt, 5 * day);
  const drop = await tellDrop(world, {
    slug: dropSlugs.lottery,
    product: 'foxtail-hearth',
    units: { Ink: 5, Oat: 3 },
    mode: 'DRAW',
    offerMinutes: 2_880,
    title: 'Hearth, the lottery of eight',
    titleZh: '狐尾 Hearth 八台抽签',
    summary:
      'Eight speakers from the trial run, and more than eight of you. Being quick should not decide who listens first, so we drew lots, and anyone may draw them again.',
    summaryZh: '试产的八台，想要的人不止八个。手快不该决定谁先听到，所以这次抽签，而且谁都可以自己重抽一遍来验。',
    announcedAt: world.ago(12),
    opensAt,
    closesAt,
  });
  await enterAll(world, drop.id, opensAt);
  await decideDueWaves(after(closesAt, second));
  await buyAll(world, drop.id, closesAt);
}

// Seed and receipts are chance elsewhere; here they come from words, so that the demo tells the same story each time.
async function enterAll(world: World, dropId: string, opensAt: Date): Promise<void> {
  const seed = sha256('eight Hearths, lot 19');
  const { id: waveId, allotments } = await db.wave.update({
    where: { dropId_number: { dropId, number: 1 } },
    data: { seed, seedHash: sha256(seed) },
    include: { allotments: true },
  });
  for (const [at, [name, variant]] of entrants.entries()) {
    const { id: memberId } = world.cast[name]!;
    const { email } = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
    const variantId = world.products['foxtail-hearth']!.variants[variant];
    const { id: allotmentId } = allotments.find((each) => each.variantId === variantId)!;
    await enterBatch(waveId, [{ memberId, emailKey: emailKeyOf(email), allotmentId }], after(opensAt, at * 9 * hour));
    await db.entry.update({ where: { waveId_memberId: { waveId, memberId } }, data: { id: receiptOf(name) } });
  }
}

/** The receipt of one of the cast. */
export function receiptOf(name: string): string {
  const hex = sha256(`receipt of ${name}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function buyAll(world: World, dropId: string, closesAt: Date): Promise<void> {
  const won = await db.entry.findMany({
    where: { dropId, state: 'WON' },
    orderBy: { rank: 'asc' },
    select: { claimId: true, memberId: true },
  });
  for (const [at, { claimId, memberId }] of won.entries()) {
    const member = Object.keys(world.cast).find((name) => world.cast[name]!.id === memberId)!;
    const order = await placeInPast(world, member, claimId!, after(closesAt, 40 * minute + at * 3 * hour));
    await payFor(order);
    await sendOff(world, order, 'SHIPPED');
  }
}
