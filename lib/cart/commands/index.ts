export { changeCart } from './change-cart';
export { keepGuestCart, putBack } from './open-cart';
export { setCode } from './set-code';
export { emptyCarts, lockCart, lockCarts } from './take-cart';
