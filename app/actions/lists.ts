'use server';

import { transact } from '@/lib/core/context';
import { chooseColumns } from '@/lib/lists/commands';
import { chooseColumnsSchema } from '@/lib/lists/schema';
import { action, anyStaff } from '@/lib/web/action';

export const chooseColumnsAction = action(chooseColumnsSchema, anyStaff, (actor, input) =>
  transact(chooseColumns)(actor, input),
);
