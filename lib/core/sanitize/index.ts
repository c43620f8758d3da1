export { cleanText } from './clean-text';
export { excerpt, imagesOf, textOf } from './html-text';
export { safeImage, safeLink, type SafeLink, type Site } from './safe-url';
export { MAX_DEPTH, MAX_HTML, sanitizeUserHtml } from './sanitize-user-html';
