import type { FrontPart } from '@/lib/core/front-part';
import { cartOrderEndpoint } from './cart-order-endpoint';
import { checkoutEndpoint } from './checkout-endpoint';

export const ordersFlowsFront: FrontPart = { endpoints: [checkoutEndpoint, cartOrderEndpoint] };
