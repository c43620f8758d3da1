import type { Words } from './schema';

/** Every kind of message to a person: where it is told, and the words that its sentences need there. */
export const kinds = {
  welcome: { app: [] },
  warned: { app: ['reason'], mail: ['reason'] },
  suspensionLifted: { app: [], mail: [] },
  ideaAccepted: { app: ['role', 'title', 'why', 'reason'], mail: ['title', 'role', 'product', 'why', 'reason'] },
  ideaPlanned: { app: ['role', 'title', 'why', 'reason'], mail: ['title', 'role', 'product', 'why', 'reason'] },
  ideaStarted: { app: ['role', 'title', 'why', 'reason'], mail: ['title', 'role', 'product', 'why', 'reason'] },
  ideaDeclined: { app: ['role', 'title', 'why', 'reason'], mail: ['title', 'role', 'product', 'why', 'reason'] },
  ideaReopened: { app: ['role', 'title', 'why', 'reason'], mail: ['title', 'role', 'product', 'why', 'reason'] },
  ideaMerged: { app: ['role', 'title', 'into'], mail: ['title', 'role', 'into', 'votes'] },
  ideaMergedInside: { app: ['role', 'title'], mail: ['title', 'role', 'product'] },
  ideaJoined: { app: ['title', 'role', 'into', 'votes'], mail: ['into', 'title', 'role', 'votes'] },
  ideaMade: { app: ['from', 'product', 'title'], mail: ['title', 'from', 'product'] },
  ownerHeard: { app: ['how', 'product', 'title'] },
  releaseCredited: { app: ['ideas', 'title', 'product', 'version'], mail: ['ideas', 'product', 'version', 'title'] },
  releaseShipped: { app: ['ideas', 'title', 'product', 'version'], mail: ['product', 'version', 'ideas', 'title'] },
  'order.paid': { app: ['number', 'item'], mail: ['number', 'total', 'item', 'date', 'bill', 'address', 'seller'] },
  'order.cancelled': { app: ['number'], mail: ['number', 'item'] },
  'order.late-honoured': { app: ['number'], mail: ['item', 'number'] },
  'order.late-refunded': { app: ['number', 'total'], mail: ['item', 'total', 'number'] },
  'order.limit-address': { app: ['number'], mail: ['total', 'number'] },
  'order.limit-payment': { app: ['number'], mail: ['total', 'number'] },
  'order.shipped': { app: ['item', 'carrier', 'tracking'], mail: ['item', 'number', 'carrier', 'tracking'] },
  'order.refunded': { app: ['total', 'number'], mail: ['total', 'number', 'item'] },
  'order.paid-twice': { app: ['number', 'total'], mail: ['number', 'total', 'item'] },
  'order.alerted': { app: ['kind', 'number'] },
  'owner.registered': { app: ['product', 'serial'], mail: ['product', 'serial'] },
  'owner.asked': { app: ['product', 'question'], mail: ['product', 'question'] },
  mentioned: { app: ['name', 'title'] },
  postReplied: { app: ['name', 'title'] },
  threadReplied: { app: ['name', 'title'] },
  postHidden: { app: ['title', 'reason'], mail: ['title', 'reason'] },
  postRestored: { app: ['title'], mail: ['title'] },
  postEdited: { app: ['title', 'reason'] },
  answerAccepted: { app: ['title'] },
  unitOffered: { app: ['variant', 'title', 'until'], mail: ['title', 'variant', 'until'] },
  fCodeIssued: { app: ['title', 'until'], mail: ['title', 'tail', 'until'] },
  dropOpensSoon: { app: ['title', 'opens'], mail: ['title', 'opens'] },
  waveWon: { app: ['variant', 'title', 'until'], mail: ['title', 'variant', 'until'] },
  waveLost: { app: ['title', 'place'] },
  dropCancelled: { app: ['title', 'reason'], mail: ['title', 'reason'] },
  dropCancelledPaid: { app: ['title', 'reason', 'total', 'number'], mail: ['title', 'total', 'reason', 'number'] },
  dropCancelledSent: { app: ['title', 'reason', 'number'], mail: ['title', 'reason', 'number'] },
  dropCancelledParcels: { app: ['title', 'count'] },
  waveGiven: { app: ['variant', 'title', 'until'], mail: ['title', 'variant', 'until'] },
  waveAdded: { app: ['title', 'opens'] },
  waveExtended: { app: ['title', 'closes'] },
  confirmEmail: { mail: ['handle', 'code'] },
  alreadyMember: { mail: [] },
  claimMember: { mail: ['handle', 'code'] },
  resetPassword: { mail: ['handle', 'code'] },
  noAccount: { mail: [] },
  newEmail: { mail: ['code'] },
  emailMoved: { mail: ['email'] },
  passwordChanged: { mail: [] },
  suspendedUntil: { mail: ['until', 'reason'] },
  suspendedOpen: { mail: ['reason'] },
} as const satisfies Record<string, Partial<Record<Channel, readonly string[]>>>;

type Channel = 'app' | 'mail';
type Kinds = typeof kinds;

/** The kinds that are told in the app, by mail, or both. */
export type Kind<C extends Channel> = {
  [K in keyof Kinds]: Kinds[K] extends Record<C, readonly string[]> ? K : never;
}[keyof Kinds];

type NeededIn<K, C extends Channel> =
  Kinds[K & keyof Kinds] extends Record<C, readonly (infer N)[]> ? N & string : never;
type Needed<K, C extends Channel> = C extends Channel ? (K extends keyof Kinds ? NeededIn<K, C> : never) : never;

/** The words that a kind cannot be told without; of several kinds, those that any of them needs. */
export type DataOf<K extends keyof Kinds, C extends Channel> = [Needed<K, C>] extends [never]
  ? { data?: Words }
  : { data: Words & Record<Needed<K, C>, Words[string]> };

/** The words of a kind that is told in the app and by mail, but those that are added later. */
export type WordsOf<K extends keyof Kinds, Later extends string = never> = Words &
  Record<Exclude<Needed<K, 'app' | 'mail'>, Later>, Words[string]>;
