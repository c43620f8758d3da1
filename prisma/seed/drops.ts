import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, day, hour, minute } from '@/lib/core/time';
import { addUnits, announceDrop, claimUnit, issueFCodes, reserveUnit, scheduleDrop } from '@/lib/drops/commands';
import { countRefusal, flushRefusals } from '@/lib/drops/gate';
import type { ScheduleInput } from '@/lib/drops/schema';

import type { World } from './world';

export type ToldDrop = Pick<
  ScheduleInput,
  'title' | 'titleZh' | 'summary' | 'summaryZh' | 'mode' | 'fairSeconds' | 'offerMinutes'
> & {
  slug: string;
  product: string;
  /** Units by the variant's title. */
  units: Record<string, number>;
  /** Units held back for F-codes, likewise. */
  heldBack?: Record<string, number>;
  announcedAt: Date;
  opensAt: Date;
  closesAt: Date;
  needsReservation?: boolean;
  minTrust?: number;
};

/** Slugs of the demo's drops. */
export const dropSlugs = {
  air: 'air-first-wave',
  hearth: 'hearth-first-fire',
  clip: 'clip-first-bend',
  lottery: 'hearth-lottery-of-eight',
} as const;

/** Everybody who bought in the first wave of the Air, in the order in which they claimed. */
export const airBuyers: readonly { member: string; variant: string; secondsAfterOpening: number }[] = [
  { member: 'owner', variant: 'Copper', secondsAfterOpening: 2 },
  { member: 'xiaoman', variant: 'Ink', secondsAfterOpening: 3 },
  { member: 'lars', variant: 'Ink', secondsAfterOpening: 5 },
  { member: 'zhou', variant: 'Copper', secondsAfterOpening: 9 },
  { member: 'mateo', variant: 'Ink', secondsAfterOpening: 14 },
  { member: 'okoro', variant: 'Oat', secondsAfterOpening: 31 },
  { member: 'wangyue', variant: 'Ink', secondsAfterOpening: 68 },
  { member: 'hana', variant: 'Oat', secondsAfterOpening: 117 },
  { member: 'fan', variant: 'Oat', secondsAfterOpening: 204 },
  { member: 'priya', variant: 'Oat', secondsAfterOpening: 371 },
];

/** When the first wave of the Air opened. */
export const airOpenedAt = (world: World): Date => world.ago(34, 2);

/** A past drop that sold out, one that opens in ten minutes, and one in some days that asks for reservations. */
export async function seedDrops(world: World): Promise<void> {
  for (const told of stories(world)) await tellDrop(world, told);
  await reserve(
    world,
    dropSlugs.air,
    'foxtail-air',
    ['owner', 'xiaoman', 'lars', 'zhou', 'mateo', 'okoro', 'fan'],
    after(airOpenedAt(world), -day),
  );
  await reserve(world, dropSlugs.hearth, 'foxtail-hearth', ['mateo', 'hana', 'suhe', 'owner', 'zhou'], world.ago(1));
  await refuse(world);
  await reserve(
    world,
    dropSlugs.clip,
    'foxtail-clip',
    ['xiaoman', 'wangyue', 'priya', 'okoro', 'lars', 'owner', 'yinuo', 'suhe'],
    world.ago(0, 5),
  );
  await giveCodes(world, ['owner', 'fan']);
}

// Eight clips are held back for those who bent springs with us one evening: two have their code already.
async function giveCodes(world: World, members: string[]): Promise<void> {
  const issue = {
    dropId: world.drops[dropSlugs.clip]!.id,
    count: 1,
    source: 'EVENT' as const,
    note: 'For an evening at the bending bench',
    expiresAt: world.ago(-6),
  };
  for (const member of members)
    await transact(issueFCodes)(
      world.cast.ops!,
      { ...issue, handle: world.cast[member]!.handle },
      { now: world.ago(0, 4) },
    );
}

/** The tenth pair of the Air, put on offer while the wave was open. */
export async function addTenthPair(world: World, at: Date): Promise<void> {
  const dropId = world.drops[dropSlugs.air]!.id;
  const { id: allotmentId } = await db.allotment.findFirstOrThrow({
    where: { wave: { dropId }, variantId: world.products['foxtail-air']!.variants.Oat! },
    select: { id: true },
  });
  await transact(addUnits)(
    world.cast.ops!,
    { dropId, allotmentId, units: 1, reason: 'The tenth pair passed its second night on the bench.' },
    { now: at },
  );
}

// What the gate of the first wave answered to those who came away empty.
const refusals = {
  'sold-out': 143,
  'not-open': 61,
  'signed-out': 24,
  'rate-limited': 9,
  'already-owned-limit': 3,
  'needs-pass': 2,
};

async function refuse(world: World): Promise<void> {
  const { id } = world.drops[dropSlugs.air]!;
  for (const [reason, times] of Object.entries(refusals))
    for (let time = 0; time < times; time += 1) countRefusal(id, reason);
  await flushRefusals();
}

/** A unit claimed in the past, as its member did it then. */
export async function claimInPast(
  world: World,
  { drop, product, variant, member, at }: { drop: string; product: string; variant: string; member: string; at: Date },
): Promise<string> {
  const variantId = world.products[product]!.variants[variant]!;
  const { claimId } = await transact(claimUnit)(
    world.cast[member]!,
    { dropId: world.drops[drop]!.id, variantId },
    { now: at },
  );
  return claimId;
}

/** Plans and announces a drop as operations did it then. */
export async function tellDrop(
  world: World,
  { product, units, heldBack = {}, announcedAt, needsReservation = false, minTrust = 0, ...words }: ToldDrop,
): Promise<{ id: string; slug: string }> {
  const { id: productId, variants } = world.products[product]!;
  const offered = Object.fromEntries(Object.entries(units).map(([title, count]) => [variants[title]!, count]));
  const setAside = Object.entries(heldBack).map(([title, count]) => ({
    variantId: variants[title]!,
    channel: 'FCODE' as const,
    units: count,
  }));
  const drop = await inTransaction(
    world.cast.ops!,
    async (ctx) => {
      const made = await scheduleDrop(ctx, {
        ...words,
        productId,
        units: offered,
        setAside,
        needsReservation,
        minTrust,
        holdMinutes: 15,
      });
      await announceDrop(ctx, { dropId: made.id });
      return made;
    },
    { now: announcedAt },
  );
  world.drops[drop.slug] = drop;
  return drop;
}

async function reserve(world: World, slug: string, product: string, members: string[], from: Date): Promise<void> {
  const variants = Object.values(world.products[product]!.variants);
  for (const [at, member] of members.entries()) {
    const input = { dropId: world.drops[slug]!.id, variantId: variants[at % variants.length]! };
    await transact(reserveUnit)(world.cast[member]!, input, { now: after(from, at * 7 * minute) });
  }
}

function stories(world: World): ToldDrop[] {
  const opened = airOpenedAt(world);
  const clipOpens = after(world.now, 4 * day + 3 * hour);
  return [
    {
      slug: dropSlugs.air,
      product: 'foxtail-air',
      units: { Ink: 4, Oat: 3, Copper: 2 },
      title: 'Air, the first wave',
      titleZh: '狐尾 Air 首批',
      summary:
        'Nine pairs from the pilot line, and a tenth as soon as it passes its test, built by the four people who designed them. The hooks were bent by hand, the test sheet of your pair lies in the box, and what you tell us about it decides the second hundred.',
      summaryZh:
        '试产线上的九副，第十副测试通过就补上，都由设计它的四个人亲手装好。耳挂是手工弯的，盒子里放着这一副的测试单。你们说的每一句，都会写进后面的一百副。',
      announcedAt: world.ago(41),
      opensAt: opened,
      closesAt: after(opened, 2 * day),
    },
    {
      slug: dropSlugs.hearth,
      product: 'foxtail-hearth',
      units: { Ink: 24, Oat: 16 },
      fairSeconds: 20,
      title: 'Hearth, first fire',
      titleZh: '狐尾 Hearth 初燃',
      summary:
        'Forty speakers with the woven grille that you voted for. Every one has played for a night on our shelf before it is packed, so the first evening at your desk is its second.',
      summaryZh:
        '四十台，用的是你们投票选出来的编织网罩。每一台装箱前都在我们架子上响过一整夜，所以到你桌上的第一晚，其实是它的第二晚。',
      announcedAt: world.ago(3),
      opensAt: after(world.now, 10 * minute),
      closesAt: after(world.now, 3 * day),
    },
    {
      slug: dropSlugs.clip,
      product: 'foxtail-clip',
      units: { Ink: 56, Moss: 36 },
      heldBack: { Ink: 4, Moss: 4 },
      needsReservation: true,
      title: 'Clip, the first bend',
      titleZh: '狐尾 Clip 第一弯',
      summary:
        'A hundred clips with the spring that survived forty thousand bends. We ask for a reservation this time, because we would rather make ten more of the right colour than guess.',
      summaryZh: '一百只，弹片弯过四万次还在。这次请先预约：与其靠猜，我们更愿意把你们要的颜色多做十只。',
      announcedAt: world.ago(1),
      opensAt: clipOpens,
      closesAt: after(clipOpens, 2 * day),
    },
  ];
}
