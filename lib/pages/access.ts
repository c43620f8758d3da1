import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: { savePageAction: ['pages.edit'], deletePageAction: ['pages.edit'], draftLawPageAction: ['pages.edit'] },
  commands: { savePage: ['pages.edit'], deletePage: ['pages.edit'], draftLawPage: ['pages.edit'] },
  sample: {
    kind: 'TERMS',
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
    'staff/pages/new': 'shows an empty form and asks the database nothing',
    'staff/pages/[id]': [{ params: { id: 'crowd:page' } }, { params: { id: 'crowd:page' }, search: { before: '5' } }],
    'staff/pages/[id]/preview': [{ params: { id: 'crowd:page' } }],
  },
};
