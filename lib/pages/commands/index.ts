export { deletePage } from './delete-page';
export { savePage } from './save-page';
