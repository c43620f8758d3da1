import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const serviceActs = declareActs({ 'service.savePoint': ['servicePoint', { name: 'text' }] });
