import enStaff from './en/moderation.staff.json';
import enUi from './en/moderation.ui.json';
import zhStaff from './zh-CN/moderation.staff.json';
import zhUi from './zh-CN/moderation.ui.json';

export const moderation = { en: { ui: enUi, staff: enStaff }, 'zh-CN': { ui: zhUi, staff: zhStaff } };
