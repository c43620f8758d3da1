'use server';

import { askBackup, askVerification, prepareRestore } from '@/lib/backups/commands';
import * as schema from '@/lib/backups/schema';
import { transact } from '@/lib/core/context';
import { action, staff } from '@/lib/web/action';

export const askBackupAction = action(schema.askBackupInput, staff('backups.manage'), (actor) =>
  transact(askBackup)(actor, undefined),
);

export const verifyBackupAction = action(schema.verifyBackupInput, staff('backups.manage'), (actor, input) =>
  transact(askVerification)(actor, input),
);

export const prepareRestoreAction = action(schema.prepareRestoreInput, staff('backups.manage'), (actor, input) =>
  transact(prepareRestore)(actor, input),
);
