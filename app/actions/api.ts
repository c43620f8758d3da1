'use server';

import { makeKey, revokeKey } from '@/lib/api/commands';
import { makeKeyInput, revokeKeyInput } from '@/lib/api/schema';
import { transact } from '@/lib/core/context';
import { action, staff } from '@/lib/web/action';

const manageKeys = staff('api.manageKeys');

export const makeKeyAction = action(makeKeyInput, manageKeys, transact(makeKey));

export const revokeKeyAction = action(revokeKeyInput, manageKeys, transact(revokeKey));
