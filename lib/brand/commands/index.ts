export { putBackBrand } from './put-back-brand';
export { saveBrand } from './save-brand';
export { setOpening } from './set-opening';
