export { countCart } from './count-cart';
export { sellsAny } from './sells-any';
export { listLines, readCart, type CartLineView, type CartView, type LineProblem } from './read-cart';
