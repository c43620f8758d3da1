export { saveProduct, type SavedProduct } from './save-product';
export { showPictureInProducts } from './show-picture';
