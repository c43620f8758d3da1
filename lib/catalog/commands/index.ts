export { addPictures } from './add-pictures';
export { editPictures } from './edit-pictures';
export { editProduct } from './edit-product';
export { publishProduct } from './publish-product';
export { saveProduct, type SavedProduct } from './save-product';
export { showPictureInProducts } from './show-picture';
export { setPrice } from './set-price';
export { moveProduct } from './move-product';
