import { declareMenu } from '@/lib/core/member-menu';

import { addressesPath } from './choices/address-paths';
import { ordersPaths } from './paths';

/** What a member's menu has of this domain. */
export const ordersMenu = declareMenu(
  { name: 'orders', path: ordersPaths.orders, icon: 'parcel' },
  { name: 'addresses', path: addressesPath, icon: 'list' },
);
