'use server';

import { transact } from '@/lib/core/context';
import { offerMoreUnits } from '@/lib/flows/drops/add-units';
import { giveFCodesForIdeas as giveForIdeas } from '@/lib/flows/drops/give-f-codes';
import { giveUnitBack as giveBack } from '@/lib/flows/drops/give-unit-back';
import { editPlanned, editPlannedWave } from '@/lib/flows/drops/edit-planned';
import { announcePlanned, planDrop, planWave } from '@/lib/flows/drops/plan-drop';
import { action, confirmed, inArea, member, staff } from '@/lib/web/action';

import * as drops from '@/lib/drops/commands';
import {
  addUnitsInput,
  addWaveInput,
  announceInput,
  cancelInput,
  claimInput,
  deleteDropInput,
  dropInput,
  editDropInput,
  editWaveInput,
  explainInput,
  extendInput,
  giveFCodesInput,
  issueFCodesInput,
  nameMembersInput,
  postponeInput,
  removeWaveInput,
  reserveInput,
  revokeFCodeInput,
  scheduleInput,
  unnameMemberInput,
  waitInput,
  waveInput,
} from '@/lib/drops/schema';

const operations = staff('drops.run');
// What lets somebody out of a drop, or gives a held unit up, stays when drops are turned off.
const fan = inArea('drops', confirmed);

export const scheduleDrop = action(scheduleInput, operations, planDrop);
export const editDrop = action(editDropInput, operations, editPlanned);
export const editWave = action(editWaveInput, operations, editPlannedWave);
export const deleteDrop = action(deleteDropInput, operations, transact(drops.deleteDrop));
export const addWave = action(addWaveInput, operations, planWave);
export const removeWave = action(removeWaveInput, operations, transact(drops.removeWave));
export const announceDrop = action(announceInput, operations, announcePlanned);
export const addUnits = action(addUnitsInput, operations, offerMoreUnits);
export const pauseWave = action(waveInput, operations, transact(drops.pauseWave));
export const explainPause = action(explainInput, operations, transact(drops.explainPause));
export const resumeWave = action(waveInput, operations, transact(drops.resumeWave));
export const extendWave = action(extendInput, operations, transact(drops.extendWave));
export const postponeWave = action(postponeInput, operations, transact(drops.postponeWave));
export const cancelDrop = action(cancelInput, operations, transact(drops.cancelDrop));
export const issueFCodes = action(issueFCodesInput, operations, transact(drops.issueFCodes));
export const giveFCodesForIdeas = action(giveFCodesInput, operations, giveForIdeas);
export const revokeFCode = action(revokeFCodeInput, operations, transact(drops.revokeFCode));
export const nameMembers = action(nameMembersInput, operations, transact(drops.nameMembers));
export const unnameMember = action(unnameMemberInput, operations, transact(drops.unnameMember));
export const reserveUnit = action(reserveInput, fan, transact(drops.reserveUnit));
export const withdrawReservation = action(dropInput, member, transact(drops.withdrawReservation));
export const joinWaitlist = action(waitInput, fan, transact(drops.joinWaitlist));
export const leaveWaitlist = action(dropInput, member, transact(drops.leaveWaitlist));
export const giveUnitBack = action(claimInput, member, giveBack);
