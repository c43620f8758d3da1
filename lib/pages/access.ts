import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    savePageAction: ['pages.edit'],
    deletePageAction: ['pages.edit'],
    draftLawPageAction: ['pages.edit'],
    movePageAction: ['pages.edit'],
    saveBarAction: ['pages.edit'],
  },
  commands: {
    savePage: ['pages.edit'],
    deletePage: ['pages.edit'],
    draftLawPage: ['pages.edit'],
    movePage: ['pages.edit'],
    saveBar: ['pages.edit'],
  },
  sample: {
    kind: 'TERMS',
    to: 'up',
    text: 'Hello',
    textZh: '',
    link: '',
    pageId: anyId,
    shown: 1,
    locale: 'en',
    slug: 'about',
    title: 'About',
    titleZh: '',
    description: '',
  },
  data: { publicPage: [['crowd-1']] },
  pages: {
    'staff/pages': [{}],
    'staff/pages/bar': [{}, { search: { before: '5' } }],
    'staff/pages/new': 'shows an empty form and asks the database nothing',
    'staff/pages/[id]': [
      { params: { id: 'crowd:page' } },
      { params: { id: 'crowd:page' }, search: { before: '5' } },
      { params: { id: 'crowd:page' }, search: { from: '1' } },
    ],
    'staff/pages/[id]/preview': [
      { params: { id: 'crowd:page' } },
      { params: { id: 'crowd:page' }, search: { version: '1' } },
    ],
  },
};
