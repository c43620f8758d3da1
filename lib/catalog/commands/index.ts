export { saveProduct, type SavedProduct } from './save-product';
export { showPictureInProducts } from './show-picture';
export { askOwnersOf } from './ask-owners-of';
