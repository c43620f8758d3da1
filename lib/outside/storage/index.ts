export { ImageRefused, type ImageRefusal } from './image-refused';
export { MAX_IMAGE_BYTES } from './limits';
export type { ImageFacts, ProcessedImage } from './images';
export { createLocalStorage } from './local-storage';
export { storageFolder } from './open-storage';
export { createS3Storage, type S3Settings } from './s3-storage';
export { isStorageKey, type Storage } from './storage';
