export { savePoint } from './save-point';
