export { countCart } from './count-cart';
export { listLines, readCart, type CartLineView, type CartView, type LineProblem } from './read-cart';
