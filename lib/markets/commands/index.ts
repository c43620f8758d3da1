export { saveMarket } from './save-market';
