import { declareActs } from '@/lib/core/acts';

const parts = { words: 'parts', of: 'pagesStaff' } as const;

/** What stands beside the acts of this domain in the audit log. */
export const pagesActs = declareActs({
  'page.make': ['pageSaved', { title: 'text', version: 'count' }],
  'page.draftLaw': ['pageSaved', { title: 'text', version: 'count' }],
  'page.save': ['pageChanged', { title: 'text', version: 'count', parts }],
  'page.publish': ['pageSaved', { title: 'text', version: 'count' }],
  'page.withdraw': ['pageSaved', { title: 'text', version: 'count' }],
  'page.delete': ['pageNamed', { title: 'text' }],
  'page.move': ['pageNamed', { title: 'text' }],
  'bar.save': ['barSaved', { version: 'count', text: 'text' }],
});
