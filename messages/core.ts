import enMail from './en/core.mail.json';
import enPage from './en/core.page.json';
import enStaff from './en/core.staff.json';
import enUi from './en/core.ui.json';
import zhMail from './zh-CN/core.mail.json';
import zhPage from './zh-CN/core.page.json';
import zhStaff from './zh-CN/core.staff.json';
import zhUi from './zh-CN/core.ui.json';

export const core = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
