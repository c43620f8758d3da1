import type { Call } from './call';
import { getOrderCall, listOrdersCall } from './order-calls';
import { listProductsCall } from './product-calls';
import { correctTrackingCall, shipOrderCall } from './shipment-calls';

/** Every call of the API. */
export const calls: readonly Call[] = [
  listOrdersCall,
  getOrderCall,
  shipOrderCall,
  correctTrackingCall,
  listProductsCall,
];
