export { beginPayment } from './begin-payment';
export { finishRefund } from './finish-refund';
export { markPaid } from './mark-paid';
export { abandonPayment, recordSession } from './record-session';
export { cancelUnpaid, endPayment, flagPayment, noteDecline, refuseLatePayment } from './refuse-payment';
export { requestRefund } from './request-refund';
export { markDelivered, markShipped } from './send-order';
export { startRefund } from './start-refund';
export { writeOrder } from './write-order';
