export { changeCart } from './change-cart';
export { keepGuestCart, putBack } from './open-cart';
export { emptyCart, lockCart } from './take-cart';
