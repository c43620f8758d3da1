import type { Access } from '@/lib/core/access';

export const access: Access = {
  commands: { askForNews: 'everyone', confirmNews: 'everyone', leaveNews: 'everyone', markTold: 'step' },
  flows: { exportNews: ['news.export'] },
  pages: { 'staff/settings/news': [{}] },
};
