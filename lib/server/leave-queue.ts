import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const queued = new WeakMap<Socket, Set<ServerResponse>>();

/**
 * Has an answer that waits behind others of its connection emit `close` when the connection does. Node 20 and 22 tell only
 * the answer that is being sent: whatever is counted, timed or asked for on behalf of the others would never be given back.
 */
export function tellWhenGone({ socket }: IncomingMessage, response: ServerResponse): void {
  if (response.socket !== null) return;
  let waiting = queued.get(socket);
  if (!waiting) {
    queued.set(socket, (waiting = new Set()));
    socket.once('close', () => closeAll(socket));
  }
  const others = waiting.add(response);
  response.once('close', () => others.delete(response));
}

function closeAll(socket: Socket): void {
  for (const response of queued.get(socket) ?? []) {
    // Node itself tells the one whose turn has come.
    if (response.socket !== null) continue;
    response.destroy();
    response.emit('close');
  }
}
