export { chooseColumns } from './choose-columns';
