export { putBackMarket } from './put-back-market';
export { saveMarket } from './save-market';
