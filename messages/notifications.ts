import enPage from './en/notifications.page.json';
import enUi from './en/notifications.ui.json';
import zhPage from './zh-CN/notifications.page.json';
import zhUi from './zh-CN/notifications.ui.json';

export const notifications = { en: { ui: enUi, page: enPage }, 'zh-CN': { ui: zhUi, page: zhPage } };
