export { endDiscount } from './end-discount';
export { saveDiscount } from './save-discount';
export { freeDiscounts, retakeDiscounts, useDiscounts } from './use-discounts';
