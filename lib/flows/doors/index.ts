import type { Door } from '@/lib/core/door';

import { historyDoor, previewDoor, readDoor, sourceDoor, voteDoor } from './posts';
import { dropChallengeDoor } from './drop-challenge';
import { dropClaimDoor } from './drop-claim';
import { dropFiguresDoor } from './drop-figures';
import { dropPassDoor } from './drop-pass';
import { dropStateDoor } from './drop-state';
import { ideaVoteDoor } from './idea-vote';
import { viewerDoor } from './viewer';
import { checkoutDoor } from './checkout';

/** Every fast door. */
export const doors: readonly Door[] = [viewerDoor, dropStateDoor, dropChallengeDoor, dropClaimDoor, dropPassDoor, dropFiguresDoor, voteDoor, readDoor, previewDoor, sourceDoor, historyDoor, checkoutDoor, ideaVoteDoor];
