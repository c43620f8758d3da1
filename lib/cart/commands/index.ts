export { changeCart } from './change-cart';
export { keepGuestCart, putBack } from './open-cart';
export { noteHad } from './note-had';
export { setCard, setCode } from './set-code';
export { emptyCarts, lockCart, lockCarts } from './take-cart';
