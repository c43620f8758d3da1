import enPage from './en/catalog.page.json';
import enStaff from './en/catalog.staff.json';
import zhPage from './zh-CN/catalog.page.json';
import zhStaff from './zh-CN/catalog.staff.json';

export const catalog = { en: { page: enPage, staff: enStaff }, 'zh-CN': { page: zhPage, staff: zhStaff } };
