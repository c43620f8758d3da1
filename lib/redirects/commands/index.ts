export { deleteRedirect } from './delete-redirect';
export { importRedirects, type RedirectsImported } from './import-redirects';
export { keepRedirectFile } from './keep-file';
export { saveRedirect } from './save-redirect';
export { dropRedirectFile, takeRedirectFile } from './take-file';
