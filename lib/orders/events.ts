/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    'order.paid': { orderId: string };
    'order.paidLate': { orderId: string; honoured: boolean };
    'order.paidTwice': { orderId: string; paymentId: string };
    'order.alerted': { orderId: string; kind: 'PAYMENT_MISMATCH' | 'REFUND_REFUSED' | 'DISPUTE' };
    'order.overLimit': { orderId: string; limit: 'limit-address' | 'limit-payment' };
    'order.cancelled': { orderId: string; why: string };
    'order.shipped': { orderId: string; shipmentId: string };
    'order.trackingChanged': { orderId: string; shipmentId: string };
    'order.delivered': { orderId: string; shipmentId: string };
    'order.refunded': { orderId: string; refundId: string };
    /** A part of the price went back; the order stands. */
    'order.refundedPartly': { orderId: string; refundId: string };
  }
  interface Records {
    'order.placed': { orderId: string };
  }
}
