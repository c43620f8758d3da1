'use server';

import { transact } from '@/lib/core/context';
import { noteUnitEvent } from '@/lib/flows/units/note-unit';
import * as units from '@/lib/units/commands';
import { noteUnitInput, receiveSerialsInput } from '@/lib/units/schema';
import { action, staff } from '@/lib/web/action';

export const receiveSerialsAction = action(receiveSerialsInput, staff('units.edit'), transact(units.receiveSerials));

export const noteUnitAction = action(noteUnitInput, staff('units.edit'), noteUnitEvent);
