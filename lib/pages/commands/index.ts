export { deletePage } from './delete-page';
export { draftLawPage } from './draft-law-page';
export { importPage, type PageImported } from './import-page';
export { movePage } from './move-page';
export { putBackMenu } from './put-back-menu';
export { saveBar } from './save-bar';
export { saveMenu } from './save-menu';
export { savePage } from './save-page';
export { showPictureInPages } from './show-picture';
