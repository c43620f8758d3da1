import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const stockActs = declareActs({
  'stock.receive': ['stockReceived', { units: 'count', place: 'text' }],
  'stock.count': ['stockCounted', { before: 'count', units: 'count', place: 'text' }],
  'stock.writeOff': ['stockWrittenOff', { what: { word: 'what', of: 'stock' }, units: 'count', place: 'text' }],
  'stock.send': ['stockSent', { units: 'count', from: 'text', to: 'text' }],
  'stock.arrive': ['stockArrived', { units: 'count', missing: 'count' }],
  'stock.setShop': ['stockShop', { shop: { word: 'shop', of: 'stock' } }],
  'stock.addLocation': ['stockLocation', { name: 'text' }],
  'stock.changeLocation': ['stockLocation', { name: 'text' }],
  'stock.closeLocation': ['stockLocation', { name: 'text' }],
});
