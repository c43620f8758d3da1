export { listBehind, listDocIds } from './doc-versions';
export { findDocs, mostCounted, type FoundDocs } from './find-docs';
export { suggestSearch } from './suggest';
