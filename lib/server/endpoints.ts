import type { Endpoint } from '@/lib/core/endpoint';
import { frontParts } from '@/lib/domains-front';

import { viewerEndpoint } from './viewer-endpoint';

/** Every endpoint. */
export const endpoints: readonly Endpoint[] = [
  viewerEndpoint,
  ...frontParts.flatMap(({ endpoints = [] }) => endpoints),
];
