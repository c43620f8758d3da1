export { beginExport } from './begin-export';
export { chooseColumns } from './choose-columns';
export { noteExport } from './note-export';
