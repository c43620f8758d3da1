import type { LiveDoor } from '@/lib/core/door';
import { frontParts } from '@/lib/domains-front';

/** Every stream of server-sent events. */
export const liveDoors: readonly LiveDoor[] = frontParts.flatMap(({ streams = [] }) => streams);
