'use server';

import { transact } from '@/lib/core/context';
import * as commands from '@/lib/pages/commands';
import * as schema from '@/lib/pages/schema';
import { action, staff } from '@/lib/web/action';

export const savePageAction = action(schema.savePageInput, staff('pages.edit'), transact(commands.savePage));

export const deletePageAction = action(schema.deletePageInput, staff('pages.edit'), transact(commands.deletePage));

export const draftLawPageAction = action(
  schema.draftLawPageInput,
  staff('pages.edit'),
  transact(commands.draftLawPage),
);
