export { LineTooLong } from './gather';
export { knownDrop, onChange } from './known-drops';
export { findHold, lineUp } from './line-up';
export type { Terms } from './load-terms';
export { publicState, type PublicState } from './public-state';
export { rate } from './rate';
