import type { Door } from '@/lib/core/door';
import { frontParts } from '@/lib/domains-front';

import { viewerDoor } from './viewer-endpoint';

/** Every fast endpoint. */
export const doors: readonly Door[] = [viewerDoor, ...frontParts.flatMap(({ endpoints = [] }) => endpoints)];
