/** Tag of what everybody reads of service points. */
export const serviceTag = 'service';
