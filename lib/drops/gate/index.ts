export { isEnded, passLifeMs } from './ended-passes';
export { knownDrop, mayHold, onChange } from './known-drops';
export { enter, findHold, lineUp } from './line-up';
export type { Terms, TermsWave } from './load-terms';
export { openPass, sealPass, type Pass } from './pass';
export { publicState, type PublicState } from './public-state';
export { rate } from './rate';
export { countRefusal, flushRefusals } from './refusals';
