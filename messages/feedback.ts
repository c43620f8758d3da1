import enMail from './en/feedback.mail.json';
import enPage from './en/feedback.page.json';
import enStaff from './en/feedback.staff.json';
import enUi from './en/feedback.ui.json';
import zhMail from './zh-CN/feedback.mail.json';
import zhPage from './zh-CN/feedback.page.json';
import zhStaff from './zh-CN/feedback.staff.json';
import zhUi from './zh-CN/feedback.ui.json';

export const feedback = {
  en: { ui: enUi, page: enPage, staff: enStaff, mail: enMail },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff, mail: zhMail },
};
