import type { StreamEndpoint } from '@/lib/core/endpoint';
import { frontParts } from '@/lib/domains-front';

/** Every stream of server-sent events. */
export const streamEndpoints: readonly StreamEndpoint[] = frontParts.flatMap(({ streams = [] }) => streams);
