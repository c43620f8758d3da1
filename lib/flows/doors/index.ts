import type { Door } from '@/lib/core/door';

import { historyDoor, previewDoor, readDoor, sourceDoor, voteDoor } from './posts';
import { dropClaimDoor } from './drop-claim';
import { dropStateDoor } from './drop-state';
import { viewerDoor } from './viewer';
import { checkoutDoor } from './checkout';

/** Every fast door. */
export const doors: readonly Door[] = [viewerDoor, dropStateDoor, dropClaimDoor, voteDoor, readDoor, previewDoor, sourceDoor, historyDoor, checkoutDoor];
