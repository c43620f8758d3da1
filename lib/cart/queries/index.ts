export { countCart } from './count-cart';
export { readCart, withGoods, type CartLineView, type CartView, type LineProblem } from './read-cart';
