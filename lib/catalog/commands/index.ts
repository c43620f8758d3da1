export { saveProduct, type SavedProduct } from './save-product';
export { askOwnersOf } from './ask-owners-of';
