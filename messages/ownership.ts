import enMail from './en/ownership.mail.json';
import enPage from './en/ownership.page.json';
import enStaff from './en/ownership.staff.json';
import enUi from './en/ownership.ui.json';
import zhMail from './zh-CN/ownership.mail.json';
import zhPage from './zh-CN/ownership.page.json';
import zhStaff from './zh-CN/ownership.staff.json';
import zhUi from './zh-CN/ownership.ui.json';

export const ownership = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
