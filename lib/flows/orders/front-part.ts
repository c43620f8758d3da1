import type { FrontPart } from '@/lib/core/front-part';
import { checkoutEndpoint } from './checkout-endpoint';

export const ordersFlowsFront: FrontPart = { endpoints: [checkoutEndpoint] };
