export { deletePage } from './delete-page';
export { draftLawPage } from './draft-law-page';
export { savePage } from './save-page';
