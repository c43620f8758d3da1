import type { ServerResponse } from 'node:http';

import { gatheredHeaders } from './gathered-headers';

type Held = {
  /** An answer that grows longer is sent as it comes, from its first byte on. */
  mostBytes: number;
  /** Called with the whole body before anything is sent; headers may still be set, and the returned body is sent. */
  whole: (body: Buffer) => Buffer;
  tooLong: () => void;
};

/**
 * Buffers the answer until it is complete. Status and headers are noted and not yet sent, however the
 * writer, or what stands between it and the answer, sends them.
 */
export function holdAnswer(response: ServerResponse, { mostBytes, whole, tooLong }: Held): void {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  let released = false;

  function take([chunk, coding]: unknown[]): void {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof coding === 'string' ? (coding as 'utf8') : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    else return;
    size += chunks.at(-1)!.length;
  }

  function release(): Buffer {
    const body = Buffer.concat(chunks.splice(0), size);
    if (size > mostBytes) tooLong();
    released = true;
    return size > mostBytes ? body : whole(body);
  }

  const held = {
    flushHeaders: () => released && flushHeaders.call(response),
    writeHead: (status: number, ...more: unknown[]) => {
      if (released) return Reflect.apply(writeHead, response, [status, ...more]) as ServerResponse;
      response.statusCode = status;
      for (const [name, value] of gatheredHeaders(more.at(-1))) response.setHeader(name, value);
      return response;
    },
    write: (...args: unknown[]) => {
      if (released) return Reflect.apply(write, response, args) as boolean;
      take(args);
      const written = callbackOf(args);
      if (written) process.nextTick(written);
      return size > mostBytes ? (Reflect.apply(write, response, [release()]) as boolean) : true;
    },
    end: (...args: unknown[]) => {
      if (released) return Reflect.apply(end, response, args) as ServerResponse;
      take(args);
      return Reflect.apply(end, response, [release(), callbackOf(args)]) as ServerResponse;
    },
  };
  Object.assign(response, held);
}

const callbackOf = (args: unknown[]) => args.find((each) => typeof each === 'function') as (() => void) | undefined;
