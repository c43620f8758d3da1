export { askForNews } from './ask-for-news';
export { confirmNews } from './confirm-news';
export { leaveNews } from './leave-news';
export { markTold } from './mark-told';
