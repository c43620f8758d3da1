import enMail from './en/members.mail.json';
import enPage from './en/members.page.json';
import enStaff from './en/members.staff.json';
import enUi from './en/members.ui.json';
import zhMail from './zh-CN/members.mail.json';
import zhPage from './zh-CN/members.page.json';
import zhStaff from './zh-CN/members.staff.json';
import zhUi from './zh-CN/members.ui.json';

export const members = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
