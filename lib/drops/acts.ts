import { declareActs } from '@/lib/core/acts';

const codes = ['codes', { count: 'count', source: { word: 'fCode.staff.sources', of: 'drops' } }] as const;
const named = ['named', { channel: { word: 'channel', of: 'drops' }, handles: 'text' }] as const;

/** What stands beside the acts of this domain in the audit log. */
export const dropActs = declareActs({
  'drop.schedule': ['plan', { offers: 'units', mode: { word: 'staff.modes', of: 'drops' } }],
  'drop.edit': ['planChange', { parts: { words: 'staff.parts', of: 'drops' } }],
  'drop.delete': ['planDeleted', { title: 'text' }],
  'drop.addWave': ['wave', { number: 'count', offers: 'units' }],
  'drop.editWave': ['waveChange', { wave: 'count', parts: { words: 'staff.parts', of: 'drops' } }],
  'drop.removeWave': ['paused', { wave: 'count' }],
  'drop.addUnits': ['units', { units: 'count' }],
  'drop.cancel': ['freed', { freed: 'count' }],
  'drop.issueFCodes': codes,
  'drop.giveFCodes': codes,
  'drop.nameMembers': named,
  'drop.unnameMember': named,
  'wave.pause': ['paused', { wave: 'count' }],
  'wave.explainPause': ['paused', { wave: 'count' }],
  'wave.resume': ['resumed', { wave: 'count', closesAt: 'moment' }],
  'wave.postpone': ['postponed', { wave: 'count', from: 'moment', to: 'moment' }],
  'wave.extend': ['extended', { wave: 'count', from: 'moment', to: 'moment' }],
});
