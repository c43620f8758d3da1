export { putBackBrand } from './put-back-brand';
export { saveBrand } from './save-brand';
export { setArea } from './set-area';
export { setOpening } from './set-opening';
export { putBackStart, wordStart } from './word-start';
