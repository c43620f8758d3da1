export { askBackup } from './ask-backup';
export { planNight } from './plan-night';
export { prepareRestore } from './prepare-restore';
export { askVerification, noteVerified } from './verify';
export { beginBackup, endBackup, endInterrupted, failBackup, forgetFiles, noteBackup } from './work-backup';
