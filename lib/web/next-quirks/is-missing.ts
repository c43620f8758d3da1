import { isHTTPAccessFallbackError } from 'next/dist/client/components/http-access-fallback/http-access-fallback';

/** Whether an error is what `notFound()` throws: Next 16.4 has no public name for it. */
export const isMissing = (error: unknown): boolean => isHTTPAccessFallbackError(error);
