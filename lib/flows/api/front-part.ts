import type { FrontPart } from '@/lib/core/front-part';

import { endpointOf } from './call';
import { calls } from './calls';
import { openApiEndpoint } from './openapi';

export const apiFlowsFront: FrontPart = { endpoints: [...calls.map(endpointOf), openApiEndpoint] };
