export { mail } from './mail';
export { markRead } from './mark-read';
export { notify } from './notify';
export { removeStaffWebhook, saveStaffNotices, saveStaffWebhook } from './staff-settings';
