export { askLabel, noteLabel, refuseLabel } from './ask-label';
export { beginCancelLabel, endCancelLabel } from './cancel-label';
export { closeAlert } from './alerts';
export { beginPayment } from './begin-payment';
export { changeAddress } from './change-address';
export { addCreditPayments, giveCreditBack } from './credit-payments';
export { correctAddress, correctTracking } from './correct-order';
export { endPacking } from './end-packing';
export { finishRefund } from './finish-refund';
export { markPaid } from './mark-paid';
export { orderedBefore } from './ordered-before';
export { openOrder, type OpenedOrder } from './open-order';
export { abandonPayment, recordSession } from './record-session';
export {
  cancelUnpaid,
  endPayment,
  flagPayment,
  noteDecline,
  refuseLatePayment,
  refuseOveruse,
  refuseSecondPayment,
} from './refuse-payment';
export { noteOrder, removeNote } from './note-order';
export { noteReturns } from './note-returns';
export { readLeft, requestRefund } from './request-refund';
export { returnPayment } from './return-payment';
export { chooseFirstAddress, keepAddress, removeAddress, saveAddress } from './saved-addresses';
export { searchOrders } from './search-orders';
export { beginPacking, holdPacking, leavePacking, packPiece, unpackPiece } from './packing';
export { noteParcelEvents } from './note-parcel-events';
export { sendLabelled } from './send-labelled';
export { markDelivered, markShipped, type MarkShipped } from './send-order';
export { startRefund } from './start-refund';
export { draftCartOrder, paidPartly, writeCartOrders } from './write-cart-order';
export { writeOrders } from './write-order';
export { writeReplacement } from './write-replacement';
export { protectPrice } from './protect-price';
