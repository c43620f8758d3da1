export { FetchRefused, type FetchRefusal } from './fetch-refused';
export { createGuardedFetch, guardedFetch, type Fetched, type FetchOptions, type GuardedFetch } from './guarded-fetch';
export { isPublicAddress } from './public-address';
