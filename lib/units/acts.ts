import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const unitsActs = declareActs({
  'units.receive': ['unitsReceived', { made: 'count', refused: 'count' }],
  'units.note': ['unitNoted', { serial: 'text', kind: { word: 'kinds', of: 'units' } }],
});
