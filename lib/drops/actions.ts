'use server';

import { transact } from '@/lib/core/context';
import { action, confirmed, member, staff } from '@/lib/web/action';

import * as drops from './commands';
import { addUnitsInput, addWaveInput, cancelInput, dropInput, extendInput, reserveInput, scheduleInput, waveInput } from './schema';

const operations = staff('OPERATIONS');

export const scheduleDrop = action(scheduleInput, operations, transact(drops.scheduleDrop));
export const addWave = action(addWaveInput, operations, transact(drops.addWave));
export const announceDrop = action(dropInput, operations, transact(drops.announceDrop));
export const addUnits = action(addUnitsInput, operations, transact(drops.addUnits));
export const pauseWave = action(waveInput, operations, transact(drops.pauseWave));
export const resumeWave = action(waveInput, operations, transact(drops.resumeWave));
export const extendWave = action(extendInput, operations, transact(drops.extendWave));
export const cancelDrop = action(cancelInput, operations, transact(drops.cancelDrop));
export const reserveUnit = action(reserveInput, confirmed, transact(drops.reserveUnit));
export const withdrawReservation = action(dropInput, member, transact(drops.withdrawReservation));
