import type { FrontPart } from '@/lib/core/front-part';

import { cartEndpoint } from './endpoints/cart';
import { cartPart } from './viewer';

export const cartFront: FrontPart = { endpoints: [cartEndpoint], visitor: [cartPart] };
