import type { Domain } from '@/lib/core/domain';

import { pagesPermissions } from './permissions';

export const pagesDomain = {
  name: 'pages',
  permissions: pagesPermissions,
  // Pages speak for the brand, those of the law with consequences.
  sensitive: ['pages.edit'],
  staffSections: [
    {
      name: 'pages',
      permission: 'pages.edit',
      area: 'settings',
      starts: 'new',
      pages: [
        { name: 'menu', permission: 'pages.edit' },
        { name: 'bar', permission: 'pages.edit' },
      ],
    },
  ],
} as const satisfies Domain;
