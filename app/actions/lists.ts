'use server';

import { transact } from '@/lib/core/context';
import { chooseColumns } from '@/lib/lists/commands';
import { bulkSchema, chooseColumnsSchema, dropBulkSchema, startBulkSchema } from '@/lib/lists/schema';
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
