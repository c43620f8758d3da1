import { beforeAll, describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { after, clock, hour } from '@/lib/core/time';
import { giveFCodesForIdeas } from '@/lib/flows/drops/give-f-codes';
import { giveUnitBack } from '@/lib/flows/drops/give-unit-back';
import { editPlanned, editPlannedWave } from '@/lib/flows/drops/edit-planned';
import { offerMoreUnits } from '@/lib/flows/drops/add-units';
import { announcePlanned, planDrop, planWave } from '@/lib/flows/drops/plan-drop';
import { holdBack, makeCode, makeDrop, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { makeHold } from '@/tests/support/order-factories';
import { tryAccess } from '@/tests/support/try-access';

import { claimUnit, joinWaitlist, leaveWaitlist, redeemFCode, reserveUnit, withdrawReservation } from './commands';

const { answersTheCast, isForConfirmedMembers, isForStaff, isNothingForGuests, touchesNothingOfOthers } =
  tryAccess('drops');

const later = () => ({ opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });
const first = ({ id: dropId, variantIds: [variantId] }: MadeDrop) => ({ dropId, variantId: variantId! });
const second = () => ({ opensAt: after(later().closesAt, hour), closesAt: after(later().closesAt, 2 * hour) });
let [open, soldOut, coded, upcoming, planned]: MadeDrop[] = [];

beforeAll(async () => {
  open = await makeDrop({ units: [100] });
  soldOut = await makeDrop({ units: [0] });
  coded = await makeDrop();
  upcoming = await makeDrop({ units: [100], ...later() });
  planned = await makeDrop({ announced: false, ...later() });
  await planWave(await makeOperator(), { ...second(), units: { [planned.variantIds[0]!]: 3 }, dropId: planned.id });
  await holdBack(coded, 100);
});

describe('what members do', () => {
  isForConfirmedMembers('claimUnit', (actor) => transact(claimUnit)(actor, first(open!)));
  isForConfirmedMembers('reserveUnit', (actor) => transact(reserveUnit)(actor, first(upcoming!)));
  isForConfirmedMembers('joinWaitlist', (actor) => transact(joinWaitlist)(actor, first(soldOut!)));
  isForConfirmedMembers('redeemFCode', async (actor) =>
    transact(redeemFCode)(actor, { ...first(coded!), code: (await makeCode(coded!)).code }),
  );

  isNothingForGuests(
    'withdrawReservation',
    (actor) => transact(withdrawReservation)(actor, { dropId: upcoming!.id }),
    'signed-out',
  );
  isNothingForGuests(
    'leaveWaitlist',
    (actor) => transact(leaveWaitlist)(actor, { dropId: upcoming!.id }),
    'signed-out',
  );

  let held: { claimId: string };
  beforeAll(async () => void (held = await makeHold()));
  touchesNothingOfOthers('giveUnitBack', (actor) => giveUnitBack(actor, held));
});

describe('what staff do', () => {
  const variants = () => ({ units: { [upcoming!.variantIds[0]!]: 1 } });
  const words = { title: 'A drop', titleZh: '', summary: '', summaryZh: '' };
  const plan = { ...words, regions: [], minTrust: 0, needsReservation: false, holdMinutes: 15 };

  isForStaff('editPlanned', async (actor) => {
    const { id, productId, variantIds } = planned!;
    const units = { [variantIds[0]!]: 3 };
    await editPlanned(actor, { ...plan, ...later(), units, dropId: id, shown: 1, productId } as never);
  });
  isForStaff('editPlannedWave', async (actor) => {
    const { id, variantIds } = planned!;
    await editPlannedWave(actor, { ...second(), units: { [variantIds[0]!]: 3 }, dropId: id, number: 2, shown: 2 });
  });
  isForStaff('planDrop', (actor) =>
    planDrop(actor, { ...plan, ...later(), ...variants(), productId: upcoming!.productId }),
  );
  isForStaff('planWave', (actor) => planWave(actor, { ...later(), ...variants(), dropId: upcoming!.id }));
  isForStaff('announcePlanned', (actor) => announcePlanned(actor, { dropId: planned!.id }));
  isForStaff('offerMoreUnits', (actor) =>
    offerMoreUnits(actor, { dropId: upcoming!.id, allotmentId: upcoming!.allotmentIds[0]!, units: 1, reason: 'more' }),
  );
  isForStaff('giveFCodesForIdeas', (actor) =>
    giveFCodesForIdeas(actor, { dropId: coded!.id, note: '', expiresAt: after(clock(), hour / 2) }),
  );
});

describe('endpoints', () => {
  const slug = async () => ({ params: { slug: open!.slug } });

  answersTheCast('GET /api/drops/:slug/state', slug);
  answersTheCast('GET /api/drops/:slug/ledger', slug);
  answersTheCast('GET /api/drops/:slug/entries/:wave', async () => ({
    params: { slug: (await makeDrop({ mode: 'DRAW' })).slug, wave: '1' },
  }));
  answersTheCast('GET /api/drops/:slug/challenge', async () => ({
    params: { slug: (await makeDrop({ proofOfWork: true })).slug },
  }));
  answersTheCast('POST /api/drops/:slug/claim', async () => ({ ...(await slug()), body: first(open!) }));
  answersTheCast('POST /api/drops/:slug/pass', async () => ({ ...(await slug()), body: first(open!) }));
  answersTheCast('POST /api/drops/:slug/redeem', async () => ({ ...(await slug()), body: first(open!) }));
  answersTheCast('GET /api/staff/drops/:id/figures', async () => ({ params: { id: open!.id } }));
  answersTheCast('POST /api/give-back', async () => ({ body: {} }));
});
