import enMail from './en/forum.mail.json';
import enPage from './en/forum.page.json';
import enStaff from './en/forum.staff.json';
import enUi from './en/forum.ui.json';
import zhMail from './zh-CN/forum.mail.json';
import zhPage from './zh-CN/forum.page.json';
import zhStaff from './zh-CN/forum.staff.json';
import zhUi from './zh-CN/forum.ui.json';

export const forum = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
