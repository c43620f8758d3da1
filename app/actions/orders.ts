'use server';

import { redirect } from '@/lib/web/redirect';

import { transact } from '@/lib/core/context';
import { onThisHost } from '@/lib/core/own-address';
import { inLocale } from '@/lib/core/paths';
import { addressesPath } from '@/lib/orders/choices/address-paths';
import { paths } from '@/lib/paths';
import { buyLabel, cancelLabel } from '@/lib/flows/orders/buy-label';
import { chooseOrders } from '@/lib/flows/orders/choose-orders';
import { importTracking } from '@/lib/flows/orders/import-tracking';
import { shipOrder, shipOrderInput } from '@/lib/flows/units/ship-order';
import { withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { placeOrder, resumePayment } from '@/lib/flows/orders/place-order';
import { refundOrder, returnMoney } from '@/lib/flows/orders/refund-order';
import { sendOrderLink } from '@/lib/flows/orders/send-order-link';
import { action, anyone, inArea, member, staff } from '@/lib/web/action';
import { keptCartToken } from '@/lib/web/cart-cookie';
import { keepGuestOrder } from '@/lib/web/guest-order-cookie';
import { currentNetwork } from '@/lib/web/session';

import {
  chooseFirstAddress,
  closeAlert,
  correctAddress,
  correctTracking,
  markDelivered,
  noteOrder,
  openOrder,
  removeAddress,
  removeNote,
  saveAddress,
} from '@/lib/orders/commands';
import {
  buyLabelSchema,
  cancelLabelSchema,
  choiceOf,
  chooseAddressSchema,
  chooseOrdersSchema,
  closeAlertSchema,
  correctAddressSchema,
  correctTrackingSchema,
  importTrackingSchema,
  lookUpSchema,
  noteOrderSchema,
  openOrderSchema,
  deliverOrderSchema,
  placeCartOrderSchema,
  placeOrderSchema,
  refundOrderSchema,
  removeNoteSchema,
  ownOrderSchema,
  returnPaymentSchema,
  saveAddressSchema,
} from '@/lib/orders/schema';

export const placeOrderAction = action(placeOrderSchema, member, async (actor, input) => {
  const { number, payUrl } = await placeOrder(actor, input);
  redirect(payUrl ? onThisHost(payUrl) : inLocale(input.locale, paths.order(number)));
});

// An order of the shop begins here, while one of a drop's unit goes on: it goes with the shop.
export const placeCartOrderAction = action(placeCartOrderSchema, inArea('shop', anyone), async (actor, input) => {
  const browser = { token: await keptCartToken(), network: await currentNetwork() };
  const { number, payUrl, key } = await placeCartOrder(actor, input, { browser });
  if (key !== null) await keepGuestOrder(key);
  const page = paths.askedOrder(key === null ? { number } : { key });
  redirect(payUrl ? onThisHost(payUrl) : inLocale(input.locale, page));
});

export const withdrawOrderAction = action(ownOrderSchema, anyone, async (actor, { locale, ...asked }) => {
  await withdrawOrder(actor, asked);
  redirect(inLocale(locale, paths.cart()));
});

export const resumePaymentAction = action(ownOrderSchema, anyone, async (actor, { locale, ...asked }) => {
  const { payUrl } = await resumePayment(actor, asked);
  redirect(payUrl ? onThisHost(payUrl) : inLocale(locale, paths.askedOrder(asked)));
});

export const findOrderAction = action(lookUpSchema, anyone, async (_actor, input) =>
  sendOrderLink(input, { network: await currentNetwork() }),
);

export const shipOrderAction = action(shipOrderInput, staff('orders.ship'), shipOrder);

export const buyLabelAction = action(
  buyLabelSchema,
  staff('orders.ship'),
  async (actor, { number, choice }) => void (await buyLabel(actor, { number, ...choiceOf(choice) })),
);

export const cancelLabelAction = action(cancelLabelSchema, staff('orders.ship'), cancelLabel);

export const deliverOrderAction = action(deliverOrderSchema, staff('orders.ship'), (actor, input) =>
  transact(markDelivered)(actor, input),
);

export const refundOrderAction = action(
  refundOrderSchema,
  staff('orders.refund'),
  async (actor, input) => void (await refundOrder(actor, input)),
);

export const returnPaymentAction = action(
  returnPaymentSchema,
  staff('orders.refund'),
  async (actor, input) => void (await returnMoney(actor, input)),
);

export const closeAlertAction = action(closeAlertSchema, staff('orders.refund'), (actor, input) =>
  transact(closeAlert)(actor, input),
);

export const noteOrderAction = action(noteOrderSchema, staff('orders.read'), transact(noteOrder));

export const removeNoteAction = action(removeNoteSchema, staff('orders.read'), transact(removeNote));

export const openOrderAction = action(openOrderSchema, staff('orders.read'), (actor, input) =>
  transact(openOrder)(actor, input),
);

export const chooseOrdersAction = action(chooseOrdersSchema, staff('orders.read'), async (actor, input) => {
  const id = await chooseOrders(actor, input);
  redirect(inLocale(input.locale, paths.staff('orders', 'bulk', id)));
});

export const importTrackingAction = action(importTrackingSchema, staff('orders.ship'), async (actor, input) => {
  const id = await importTracking(actor, input);
  redirect(inLocale(input.locale, paths.staff('orders', 'bulk', id)));
});

export const correctAddressAction = action(correctAddressSchema, staff('orders.ship'), (actor, input) =>
  transact(correctAddress)(actor, input),
);

export const correctTrackingAction = action(correctTrackingSchema, staff('orders.ship'), (actor, input) =>
  transact(correctTracking)(actor, input),
);

export const saveAddressAction = action(saveAddressSchema, member, async (actor, { locale, ...address }) => {
  await transact(saveAddress)(actor, address);
  redirect(inLocale(locale, addressesPath()));
});

export const removeAddressAction = action(chooseAddressSchema, member, transact(removeAddress));

export const chooseFirstAddressAction = action(chooseAddressSchema, member, transact(chooseFirstAddress));
