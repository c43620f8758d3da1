import { declareActs } from '@/lib/core/acts';

const state = { word: 'states', of: 'repairs' } as const;

/** What stands beside the acts of this domain in the audit log. */
export const repairsActs = declareActs({
  'repair.open': ['repairOpened', { number: 'text', serial: 'text' }],
  'repair.decide': ['repairMoved', { number: 'text', state }],
  'repair.move': ['repairMoved', { number: 'text', state }],
  'repair.quote': ['repairQuoted', { number: 'text', version: 'count', amountMinor: 'money' }],
  'repair.part': ['repairPart', { number: 'text', sku: 'text', quantity: 'count' }],
  'repair.handOver': ['repairHanded', { number: 'text', how: { word: 'handOvers', of: 'repairs' } }],
});
