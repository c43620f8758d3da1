export { cleanText } from './clean-text';
export { excerpt, imagesOf, textOf } from './html-text';
export { safeImage, safeLink, type SafeLink, type Site } from './safe-url';
