import type { Door } from '@/lib/core/door';

import { viewerDoor } from './viewer';

/** Every fast door. */
export const doors: readonly Door[] = [viewerDoor];
