import type { Domain } from '@/lib/core/domain';

import { brandPermissions } from './permissions';

export const brandDomain = {
  name: 'brand',
  permissions: brandPermissions,
  staffSections: [
    {
      name: 'settings',
      permission: 'brand.manage',
      area: 'settings',
      leads: true,
      pages: [
        { name: 'brand', permission: 'brand.manage' },
        { name: 'start', permission: 'brand.manage' },
        { name: 'shipping', permission: 'markets.manage' },
        { name: 'taxes', permission: 'markets.manage' },
        { name: 'calendar', permission: 'calendar.edit' },
        { name: 'payments', permission: 'markets.manage' },
        { name: 'mail', permission: 'brand.manage' },
        { name: 'phone', permission: 'members.setPhoneRule' },
        { name: 'texts', permission: 'notifications.editTexts' },
        { name: 'areas', permission: 'brand.setAreas' },
        { name: 'trust', permission: 'members.setTrustRule' },
        { name: 'reasons', permission: 'moderation.setReasons' },
        { name: 'redirects', permission: 'redirects.edit' },
        { name: 'api', permission: 'api.manageKeys' },
        { name: 'backup', permission: 'backups.manage' },
        { name: 'opening', permission: 'brand.open' },
        { name: 'news', permission: 'news.export' },
      ],
    },
  ],
} as const satisfies Domain;
