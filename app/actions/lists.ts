'use server';

import { transact } from '@/lib/core/context';
import { changeView, chooseColumns, deleteView } from '@/lib/lists/commands';
import {
  bulkSchema,
  changeViewSchema,
  chooseColumnsSchema,
  dropBulkSchema,
  saveViewSchema,
  startBulkSchema,
  viewSchema,
} from '@/lib/lists/schema';
import { saveListView } from '@/lib/flows/lists/save-list-view';
import { dropBulkAct, startBulkAct, stopBulkAct } from '@/lib/flows/lists/start-bulk';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { action, anyStaff } from '@/lib/web/action';
import { redirect } from '@/lib/web/redirect';

export const chooseColumnsAction = action(chooseColumnsSchema, anyStaff, (actor, input) =>
  transact(chooseColumns)(actor, input),
);

export const startBulkAction = action(startBulkSchema, anyStaff, (actor, input) => startBulkAct(actor, input));

export const dropBulkAction = action(dropBulkSchema, anyStaff, async (actor, { id, list, locale }) => {
  await dropBulkAct(actor, { id });
  redirect(inLocale(locale, paths.staff(list)));
});

export const stopBulkAction = action(bulkSchema, anyStaff, (actor, input) => stopBulkAct(actor, input));

export const saveViewAction = action(saveViewSchema, anyStaff, (actor, input) => saveListView(actor, input));

export const changeViewAction = action(changeViewSchema, anyStaff, (actor, input) =>
  transact(changeView)(actor, input),
);

export const deleteViewAction = action(viewSchema, anyStaff, (actor, input) => transact(deleteView)(actor, input));
