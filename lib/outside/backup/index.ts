export { copyDatabase } from './copy-database';
export { CopyRefused } from './copy-refused';
export { filledTables, type Loaded } from './load-database';
export { countOthers, withSession } from './session';
export { labelOf, listTables, readVersion, type Version } from './tables';
