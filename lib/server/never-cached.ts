import type { ServerResponse } from 'node:http';

import { gatheredHeaders } from './gathered-headers';

const uncached = 'private, no-store';
// Each of them lets some cache keep an answer, whatever Cache-Control says.
const life = /^(cache-control|expires|surrogate-control|x-accel-expires|([\w-]+-)?cdn-cache-control)$/i;

type Head = Parameters<ServerResponse['writeHead']>;

/** Has an answer sent with `Cache-Control: private, no-store`, whatever its maker says. */
export function neverCached(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = function (this: ServerResponse, ...given: Head) {
    const head = given.map((each) => (typeof each === 'object' && each ? withoutLife(each) : each));
    for (const name of this.getHeaderNames()) if (life.test(name)) this.removeHeader(name);
    this.setHeader('cache-control', uncached);
    return writeHead.apply(this, head as Head);
  } as ServerResponse['writeHead'];
}

// The headers of an answer without its own life.
function withoutLife(headers: object): object {
  const left = gatheredHeaders(headers).filter(([name]) => !life.test(name));
  return { ...Object.fromEntries(left), 'cache-control': uncached };
}
