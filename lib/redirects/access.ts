import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    saveRedirectAction: ['redirects.edit'],
    deleteRedirectAction: ['redirects.edit'],
    sendRedirectsAction: ['redirects.edit'],
    takeRedirectFileAction: ['redirects.edit'],
    dropRedirectFileAction: ['redirects.edit'],
  },
  commands: {
    saveRedirect: ['redirects.edit'],
    deleteRedirect: ['redirects.edit'],
    keepRedirectFile: ['redirects.edit'],
    takeRedirectFile: ['redirects.edit'],
    dropRedirectFile: ['redirects.edit'],
    importRedirects: ['redirects.edit'],
  },
  flows: { sendRedirects: ['redirects.edit'], exportRedirects: ['redirects.edit'] },
  sample: {
    redirectId: anyId,
    shown: 1,
    from: '/old',
    to: '/en',
    key: anyId,
    locale: 'en',
    rows: [{ row: 2, from: '/old', to: '/en' }],
    before: {},
  },
  pages: {
    'staff/settings/redirects': [
      {},
      { search: { q: 'crowd' } },
      { search: { after: 'crowd:redirect' } },
      { search: { q: 'crowd', before: 'crowd:redirect' } },
    ],
    'staff/settings/redirects/[id]': [{ params: { id: 'crowd:redirect' } }],
    'staff/settings/redirects/import': [{}, { search: { show: 'refused', from: '100' } }],
  },
};
