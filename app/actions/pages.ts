'use server';

import { transact } from '@/lib/core/context';
import { saveBarInput } from '@/lib/pages/bar-schema';
import * as commands from '@/lib/pages/commands';
import { putBackMenuInput, saveMenuInput } from '@/lib/pages/menu-schema';
import * as schema from '@/lib/pages/schema';
import { action, staff } from '@/lib/web/action';

export const savePageAction = action(schema.savePageInput, staff('pages.edit'), transact(commands.savePage));

export const deletePageAction = action(schema.deletePageInput, staff('pages.edit'), transact(commands.deletePage));

export const draftLawPageAction = action(
  schema.draftLawPageInput,
  staff('pages.edit'),
  transact(commands.draftLawPage),
);

export const movePageAction = action(schema.movePageInput, staff('pages.edit'), transact(commands.movePage));

export const saveBarAction = action(saveBarInput, staff('pages.edit'), transact(commands.saveBar));

export const saveMenuAction = action(saveMenuInput, staff('pages.edit'), transact(commands.saveMenu));

export const putBackMenuAction = action(putBackMenuInput, staff('pages.edit'), transact(commands.putBackMenu));
