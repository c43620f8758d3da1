import type { LiveDoor } from '@/lib/core/door';
import { serverParts } from '@/lib/domains-server';

/** Every stream of server-sent events. */
export const liveDoors: readonly LiveDoor[] = serverParts.flatMap(({ streams = [] }) => streams);
