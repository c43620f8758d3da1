import type { Door } from '@/lib/core/door';

import { historyDoor, previewDoor, readDoor, sourceDoor, voteDoor } from './posts';
import { dropClaimDoor } from './drop-claim';
import { dropFiguresDoor } from './drop-figures';
import { dropStateDoor } from './drop-state';
import { ideaVoteDoor } from './idea-vote';
import { viewerDoor } from './viewer';
import { checkoutDoor } from './checkout';

/** Every fast door. */
export const doors: readonly Door[] = [viewerDoor, dropStateDoor, dropClaimDoor, dropFiguresDoor, voteDoor, readDoor, previewDoor, sourceDoor, historyDoor, checkoutDoor, ideaVoteDoor];
