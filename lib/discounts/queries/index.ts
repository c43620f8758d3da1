export { asBillDiscount, discountCart, discountCarts, type CartDiscounts } from './discount-cart';
export { getDiscount, listDiscounts, type DiscountRow, type StaffDiscount } from './staff';
export { hasCode, listRules, type LiveRule } from './rules';
