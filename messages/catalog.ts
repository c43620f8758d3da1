import enPage from './en/catalog.page.json';
import zhPage from './zh-CN/catalog.page.json';

export const catalog = { en: { page: enPage }, 'zh-CN': { page: zhPage } };
