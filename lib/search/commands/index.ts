export { dropDocs } from './drop-docs';
export { keepDoc } from './keep-doc';
