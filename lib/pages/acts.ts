import { declareActs } from '@/lib/core/acts';

const parts = { words: 'parts', of: 'pagesStaff' } as const;
const menuParts = { words: 'menu.parts', of: 'pagesStaff' } as const;

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
  'menu.save': ['menuSaved', { version: 'count', parts: menuParts }],
  'menu.putBack': ['menuPutBack', { version: 'count', from: 'count', parts: menuParts }],
});
