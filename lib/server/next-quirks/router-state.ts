import type { IncomingMessage, ServerResponse } from 'node:http';

import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';

import { refuse } from '../refuse-request';

/** Answers what Next's router would not send, and Next 16.4 answers 500 to: where the reader is, in no words that it knows. False when the request may go on. */
export function refuseRouterState(request: IncomingMessage, response: ServerResponse): boolean {
  const state = request.headers['next-router-state-tree'];
  if (state === undefined) return false;
  try {
    parseAndValidateFlightRouterState(state);
    return false;
  } catch {
    refuse(request, response, { status: 400, why: 'The state of the router cannot be read' });
    return true;
  }
}
