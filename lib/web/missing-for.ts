import { cache } from 'react';

/** For whom this request's missing page is worded: staff without the right role may ask an administrator for access. */
export const missingFor = cache(() => ({ staff: false }));
