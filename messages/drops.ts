import enMail from './en/drops.mail.json';
import enPage from './en/drops.page.json';
import enStaff from './en/drops.staff.json';
import enUi from './en/drops.ui.json';
import zhMail from './zh-CN/drops.mail.json';
import zhPage from './zh-CN/drops.page.json';
import zhStaff from './zh-CN/drops.staff.json';
import zhUi from './zh-CN/drops.ui.json';

export const drops = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
