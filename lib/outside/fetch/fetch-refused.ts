import { Refused } from '@/lib/core/errors';

export type FetchRefusal =
  | 'bad-url'
  | 'bad-scheme'
  | 'bad-port'
  | 'bad-type'
  | 'blocked-address'
  | 'too-large'
  | 'too-many-redirects'
  | 'other-site'
  | 'timeout'
  | 'unreachable';

/** Why an address that somebody gave us was not read. */
export class FetchRefused extends Refused {
  declare readonly code: FetchRefusal;

  constructor(code: FetchRefusal, message: string = code) {
    super(code, message);
    this.name = 'FetchRefused';
  }
}
