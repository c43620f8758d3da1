export { ImageRefused, type ImageRefusal } from './image-refused';
export { MAX_IMAGE_BYTES, inspectImage, processImage, type ImageFacts, type ProcessedImage } from './images';
export { createLocalStorage } from './local-storage';
export { createS3Storage, type S3Settings } from './s3-storage';
export { isStorageKey, type Storage } from './storage';
