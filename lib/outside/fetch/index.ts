export { FetchRefused, type FetchRefusal } from './fetch-refused';
export {
  createGuardedFetch,
  createGuardedPost,
  guardedFetch,
  guardedPost,
  type GuardedPost,
  type Fetched,
  type FetchOptions,
  type GuardedFetch,
} from './guarded-fetch';
export { isPublicAddress } from './public-address';
