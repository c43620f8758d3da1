'use server';

import { transact } from '@/lib/core/context';
import { action, confirmed, member, staff } from '@/lib/web/action';

import * as drops from './commands';
import { addUnitsInput, cancelInput, dropInput, reserveInput, scheduleInput } from './schema';

const operations = staff('OPERATIONS');

export const scheduleDrop = action(scheduleInput, operations, transact(drops.scheduleDrop));
export const announceDrop = action(dropInput, operations, transact(drops.announceDrop));
export const addUnits = action(addUnitsInput, operations, transact(drops.addUnits));
export const cancelDrop = action(cancelInput, operations, transact(drops.cancelDrop));
export const reserveUnit = action(reserveInput, confirmed, transact(drops.reserveUnit));
export const withdrawReservation = action(dropInput, member, transact(drops.withdrawReservation));
