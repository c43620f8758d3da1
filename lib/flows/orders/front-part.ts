import type { FrontPart } from '@/lib/core/front-part';
import { checkoutDoor } from './checkout-endpoint';

export const ordersFlowsFront: FrontPart = { endpoints: [checkoutDoor] };
