export { beginExport } from './begin-export';
export { chooseColumns } from './choose-columns';
export { draftBulk } from './draft-bulk';
export { noteExport } from './note-export';
export { dropBulk, startBulk } from './start-bulk';
export { noteBulk, refuseBulkRow, stopBulk, takeBulkRow, tendBulks } from './work-bulk';
export { changeView, deleteView, saveView } from './views';
