export { mail } from './mail';
export { putBackMailText, saveMailText } from './mail-texts/save-mail-text';
export { markRead } from './mark-read';
export { notify } from './notify';
export { putBackNoticeWords, saveNoticeWords } from './own-words/save-notice-words';
export { awaitArea, resumeWaiting } from './waiting';
export { removeStaffWebhook, saveStaffNotices, saveStaffWebhook } from './staff-settings';
