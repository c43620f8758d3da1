/** The pictures that a form takes: those that lib/outside/storage/images.ts reads. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif';
