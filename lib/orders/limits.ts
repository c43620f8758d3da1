import type { Limit } from '@/lib/core/limits';

/** How many lines an order has at most. */
export const mostLines = 50;

/** How many pieces a line has at most. */
export const mostPieces = 99;

/** How many orders of the shop a member may have that wait for their payment: each holds stock that others cannot buy. */
export const mostWaiting = 3;

/** How many addresses a member may keep. */
export const mostAddresses = 20;

/** How many notes of staff one order has at most. */
export const mostNotes = 200;

/** How many times in how many seconds. */
export const limits = {
  checkout: { name: 'checkout', count: 20, seconds: 600 },
  /** Orders by guests, by network and by mailbox: each holds stock for half an hour, and nobody is known to answer for it. */
  guestNetwork: { name: 'guest-network', count: 20, seconds: 3600 },
  guestMailbox: { name: 'guest-mailbox', count: 10, seconds: 3600 },
  /** Asking for the link of an order, by network, and by the order and the mailbox that are asked for: who mistypes one keeps nobody from the right one. */
  lookUpNetwork: { name: 'order-look-up', count: 20, seconds: 3600 },
  lookUpOrder: { name: 'order-look-up-one', count: 3, seconds: 86_400 },
  /** Links that one mailbox is sent, whichever orders they are of: anybody can order under its address. */
  linkMailbox: { name: 'order-link-mailbox', count: 6, seconds: 86_400 },
  /** By order: each correction mails its buyer. */
  correctTracking: { name: 'correct-tracking', count: 20, seconds: 86_400 },
  checkPayments: { name: 'check-payments', count: 20, seconds: 600 },
} as const satisfies Record<string, Limit>;
