import type { FrontPart } from '@/lib/core/front-part';

import { stockPart } from './viewer';

export const stockFront: FrontPart = { viewer: [stockPart] };
