'use server';

import { transact } from '@/lib/core/context';
import * as stock from '@/lib/stock/commands';
import {
  arriveInput,
  backInStockInput,
  closeLocationInput,
  countInput,
  locationInput,
  receiveInput,
  sendInput,
  shopInput,
  writeOffInput,
} from '@/lib/stock/schema';
import { action, inArea, member, staff } from '@/lib/web/action';

const keeper = staff('stock.edit');

export const receiveUnitsAction = action(receiveInput, keeper, transact(stock.receiveUnits));
export const countUnitsAction = action(countInput, keeper, transact(stock.countUnits));
export const writeOffAction = action(writeOffInput, keeper, transact(stock.writeOff));
export const sendUnitsAction = action(sendInput, keeper, transact(stock.sendUnits));
export const receiveTransferAction = action(arriveInput, keeper, transact(stock.receiveTransfer));
export const setShopAction = action(shopInput, keeper, transact(stock.setShop));
export const saveLocationAction = action(locationInput, keeper, transact(stock.saveLocation));
export const closeLocationAction = action(closeLocationInput, keeper, transact(stock.closeLocation));

export const askBackInStockAction = action(backInStockInput, inArea('shop', member), transact(stock.askBackInStock));
