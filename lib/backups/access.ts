import type { Access } from '@/lib/core/access';
import { anyId } from '@/lib/core/access';

export const access: Access = {
  actions: {
    askBackupAction: ['backups.manage'],
    verifyBackupAction: ['backups.manage'],
    prepareRestoreAction: ['backups.manage'],
  },
  commands: {
    askBackup: ['backups.manage'],
    askVerification: ['backups.manage'],
    prepareRestore: ['backups.manage'],
    planNight: 'step',
    beginBackup: 'step',
    noteBackup: 'step',
    endBackup: 'step',
    failBackup: 'step',
    forgetFiles: 'step',
    endInterrupted: 'step',
    noteVerified: 'step',
  },
  sample: { id: anyId, name: 'Millet', reason: 'The disk was lost' },
  pages: { 'staff/settings/backup': [{}, { search: { before: anyId } }] },
};
