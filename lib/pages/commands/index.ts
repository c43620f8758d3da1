export { deletePage } from './delete-page';
export { draftLawPage } from './draft-law-page';
export { movePage } from './move-page';
export { saveBar } from './save-bar';
export { savePage } from './save-page';
