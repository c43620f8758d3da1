'use server';

import * as commands from '@/lib/catalog/commands';
import { editProductInput } from '@/lib/catalog/edit-schema';
import { transact } from '@/lib/core/context';
import { action, staff } from '@/lib/web/action';

export const editProductAction = action(editProductInput, staff('catalog.edit'), transact(commands.editProduct));
