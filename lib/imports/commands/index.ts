export { dropRecords } from './drop-records';
export { keepRecords, type RecordsKept } from './keep-records';
export { takeRecords } from './take-records';
