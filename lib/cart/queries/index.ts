export { countCart } from './count-cart';
export { sellsAny } from './sells-any';
export { readCart, readCarts, type CartLineView, type CartView, type LineProblem } from './read-cart';
