import type { IncomingMessage, ServerResponse } from 'node:http';

import { bounded } from '@/lib/core/bounded';

import { hasBody } from './refuse-request';
import { formBytes } from './request-limits';

/** How many pages that are not known to exist, or are made for one member, are made for one network side by side; how many posts; and how many of the first may wait for that. */
export const unknown = { sideBySide: 4, postsSideBySide: 8, waiting: 100 };

/**
 * How many bytes of a body are held before the page is begun that reads them: as many as anybody may send. The longer ones
 * of members, with pictures, are read by their page as they come.
 */
export const heldBodyBytes = formBytes;
/** How long such a longer body may take, as its sender keeps the turn of others meanwhile. */
export const longBodyMs = 30_000;

type Turns = { running: number; waiting: (() => void)[] };

const turns = bounded<Turns>({
  name: 'unknown pages being made',
  holds:
    'How many pages for members, not known to exist, or posted to, are being made for each client network, and who waits for one.',
  count: 20_000,
  bytes: 24 * 1024 * 1024,
  ttl: 120_000,
  sizeOf: () => 1_024,
});

/** Waits for one of the network's turns, which ends with the answer; false when too many wait already, or the client has left. */
export function takeTurn(network: string, response: ServerResponse, mostWaiting = unknown.waiting): Promise<boolean> {
  return inTurn(network, response, unknown.sideBySide, mostWaiting);
}

/** The same for a post. One whose body never ends never gets a turn, and takes none from those who only read. */
export async function takePostTurn(
  network: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  await untilBodyIsHeld(request, response);
  if (!(await inTurn(`${network} posts`, response, unknown.postsSideBySide, Infinity))) return false;
  if (!request.complete) {
    const late = setTimeout(() => response.destroy(), longBodyMs).unref();
    request.once('end', () => clearTimeout(late));
    response.once('close', () => clearTimeout(late));
  }
  return true;
}

async function inTurn(
  network: string,
  response: ServerResponse,
  sideBySide: number,
  mostWaiting: number,
): Promise<boolean> {
  const own = turns.get(network) ?? { running: 0, waiting: [] };
  turns.set(network, own);
  const end = () => {
    const next = own.waiting.shift();
    if (next) next();
    else own.running -= 1;
  };
  if (own.running < sideBySide) own.running += 1;
  else if (own.waiting.length >= mostWaiting) return false;
  else {
    await new Promise<void>((resolve) => own.waiting.push(resolve));
    // Clients that disconnect at one moment are reported one by one: all are known at the end of this event-loop turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (response.closed) {
    end();
    return false;
  }
  response.once('close', end);
  return true;
}

// Nothing is read: a listener is told of each part that has come, and the stream stays as it was.
function untilBodyIsHeld(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!hasBody(request)) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (!request.complete && request.readableLength < request.readableHighWaterMark && !response.closed) return;
      request.off('readable', look);
      response.off('close', look);
      resolve();
    };
    request.on('readable', look);
    response.once('close', look);
    look();
  });
}
