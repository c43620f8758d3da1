/** No picture that is sent or fetched is longer, in bytes. */
export const MAX_IMAGE_BYTES = 32 * 1024 * 1024;
