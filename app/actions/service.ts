'use server';

import { transact } from '@/lib/core/context';
import { savePoint } from '@/lib/service/commands';
import { savePointInput } from '@/lib/service/schema';
import { action, staff } from '@/lib/web/action';

export const savePointAction = action(savePointInput, staff('service.edit'), (actor, input) =>
  transact(savePoint)(actor, input),
);
