import type { IncomingMessage } from 'node:http';

import { clientAddress, clientNetwork } from './address';

/** The network that a request comes from, as the front sees it. */
export const networkOf = ({ headers, socket }: IncomingMessage): string =>
  clientNetwork(clientAddress(headers['x-forwarded-for'] as string | undefined, socket.remoteAddress));
