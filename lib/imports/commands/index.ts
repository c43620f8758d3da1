export { dropRecords } from './drop-records';
export { erasePerson, type Erased } from './erase-person';
export { keepPeople, type PeopleKept } from './keep-people';
export { keepRecords, type RecordsKept } from './keep-records';
export { takeRecords } from './take-records';
