export { changeCart } from './change-cart';
export { keepGuestCart, putBack } from './open-cart';
export { emptyCart, lockCart, type CartOwner } from './take-cart';
