export { changeCart } from './change-cart';
export { keepGuestCart, putBack } from './open-cart';
export { noteHad } from './note-had';
export { setCode } from './set-code';
export { emptyCart, lockCart } from './take-cart';
