import enMail from './en/orders.mail.json';
import enPage from './en/orders.page.json';
import enStaff from './en/orders.staff.json';
import enUi from './en/orders.ui.json';
import zhMail from './zh-CN/orders.mail.json';
import zhPage from './zh-CN/orders.page.json';
import zhStaff from './zh-CN/orders.staff.json';
import zhUi from './zh-CN/orders.ui.json';

export const orders = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
