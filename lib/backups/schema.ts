import { z } from 'zod';

import { oneLine } from '@/lib/core/fields';
import { pickedId, reason } from '@/lib/core/pieces';

/** Makes a backup now. */
export const askBackupInput = z.object({});

/** Reads a backup again. */
export const verifyBackupInput = z.object({ id: pickedId });

/** What restoring is prepared with: which backup, the brand's name as typed, and why. */
export const prepareRestoreInput = z.object({ id: pickedId, name: oneLine(120), reason });
