import type { FrontPart } from '@/lib/core/front-part';

import { ordersPart } from './viewer';

export const ordersFront: FrontPart = { viewer: [ordersPart] };
