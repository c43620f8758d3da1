/** What the store asks of a payment gateway. One contract test runs against each. */
export type PaymentProvider = {
  name: string;
  /** Opens a checkout session; asked again with the same payment id, answers the same session. */
  createSession(input: NewSession): Promise<Session>;
  /** How a session stands; refuses one that the gateway does not know, as where its account or its keys are others by now. */
  getSession(sessionId: string): Promise<Session>;
  /** Ends an open session. What is answered is what the gateway then says: perhaps that it was paid. */
  expireSession(sessionId: string): Promise<Session>;
  /** Gives money back; asked again with the same refund id, gives back once. */
  refund(input: NewRefund): Promise<RefundAnswer>;
  /** Refunds and disputes of a payment, whoever made them; null for one that the gateway does not know. */
  getReturns(paymentRef: string): Promise<Returns | null>;
  /** The mark of the card behind a payment, where sessions and webhooks do not tell it. */
  fingerprint?(paymentRef: string): Promise<string | null>;
  /** Asks the gateway, without charging anything, whether it can be used and tells this address of payments; null where all is right. */
  checkSetup?(webhook: string): Promise<SetupProblem | null>;
  /** Reads a signed webhook from its raw body; null when the signature, its age or the body is wrong. */
  verifyWebhook(raw: string, headers: Pick<Headers, 'get'>): Notice | null;
};

/**
 * What is amiss with a gateway's set-up: its key is refused; the account may not charge yet; no webhook leads to the store, it is off, or
 * tells too little; or the key may not see any of it.
 */
export type SetupProblem =
  'key-refused' | 'account-incomplete' | 'webhook-missing' | 'webhook-off' | 'webhook-narrow' | 'webhook-unseen';

export type NewSession = {
  paymentId: string;
  orderNumber: string;
  description: string;
  amountMinor: number;
  currency: string;
  email: string;
  locale: 'en' | 'zh';
  successUrl: string;
  cancelUrl: string;
  startedAt: Date;
  expiresAt: Date;
};

/** processing: the payer has done their part, the money has not come yet. */
export type SessionStatus = 'open' | 'processing' | 'paid' | 'expired';

export type Session = {
  id: string;
  status: SessionStatus;
  /** Where the payer goes; null once the session is over. */
  url: string | null;
  /** The payment id that the session was opened with. */
  paymentId: string;
  amountMinor: number;
  currency: string;
  /** What a refund names. */
  paymentRef: string | null;
  /** The gateway's own mark of the card that paid, the same for the same card; undefined where it is told only when asked. */
  fingerprint?: string | null;
};

export type NewRefund = { refundId: string; paymentRef: string; amountMinor: number; currency: string };

/** done: the money is on its way for good. pending: everything else that is no refusal, also a state that is not known here. */
export type RefundStatus = 'done' | 'pending' | 'failed';
export type RefundAnswer = { id: string; status: RefundStatus };

/** A refund as the gateway lists it; `refundId` is the one that the store asked with, null where it was made elsewhere. */
export type Returned = RefundAnswer & { refundId: string | null; amountMinor: number };

/** A dispute as the gateway lists it, with the sum that is disputed; whatever is neither won nor lost is open. */
export type Disputed = { id: string; state: 'OPEN' | 'WON' | 'LOST'; amountMinor: number };

/** What became of a payment's money after it was taken; `paymentId` is the one that its session was opened with. */
export type Returns = { paymentId: string; refunds: Returned[]; disputes: Disputed[] };

/** A webhook in the store's words. `session` is null for what does not concern a checkout. */
export type Notice = {
  eventId: string;
  type: string;
  status: SessionStatus | 'declined' | 'failed' | null;
  session: Omit<Session, 'status' | 'url'> | null;
  /** The payment, by the gateway's name of it, whose refunds or disputes changed: the gateway is to be asked how they stand. */
  returnsOf?: string | null;
};

/** The gateway answered that it will not do this, now or later; asking again is of no use. */
export class GatewayRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GatewayRefused';
  }
}
