import { declareActs } from '@/lib/core/acts';

const parts = { words: 'parts', of: 'brand' } as const;

/** What stands beside the acts of this domain in the audit log. */
export const brandActs = declareActs({
  'brand.save': ['brandSave', { version: 'count', parts }],
  'brand.open': ['brandOpening', { version: 'count' }],
  'brand.close': ['brandOpening', { version: 'count' }],
  'brand.closedLine': ['brandOpening', { version: 'count' }],
  'area.turnOff': ['settingsVersion', { version: 'count' }],
  'area.turnOn': ['settingsVersion', { version: 'count' }],
  'startText.save': ['settingsVersion', { version: 'count' }],
  'startText.putBack': ['settingsVersion', { version: 'count' }],
  'settings.save': ['settingsVersion', { version: 'count' }],
  'brand.putBack': ['brandPutBack', { version: 'count', from: 'count', parts }],
});
