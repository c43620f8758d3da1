import type { Door } from '@/lib/core/door';
import { serverParts } from '@/lib/domains-server';

import { viewerDoor } from './viewer-endpoint';

/** Every fast endpoint. */
export const doors: readonly Door[] = [viewerDoor, ...serverParts.flatMap(({ endpoints = [] }) => endpoints)];
