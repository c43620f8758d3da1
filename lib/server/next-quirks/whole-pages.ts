import type { IncomingMessage } from 'node:http';

import { memberSegments } from '../../domains';

const mark = 'millet-whole';

/** For `htmlLimitedBots`: Next renders a page completely before its first byte for user agents with this mark. */
export const wholePageAgents = new RegExp(mark);

const memberPage = new RegExp(`^/demo-pay/|^/(en|zh)/(${memberSegments.join('|')})(/|\\?|$)`);

/** Whether a path leads to a page that is rendered for the signed-in member. */
export function isMemberPage(path: string): boolean {
  return memberPage.test(path);
}

/**
 * Next begins to answer a page before it is rendered, with 200, and can then neither redirect a guest nor answer 404.
 * Pages for members have no part to stream early: with this mark they are rendered before the response begins.
 */
export function renderBeforeResponding(request: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  const agent = (request.headers['user-agent'] ?? '').replaceAll(mark, '');
  const whole = memberPage.test(request.url ?? '') && !request.headers.rsc;
  request.headers['user-agent'] = whole ? `${agent} ${mark}`.trim() : agent;
  return whole;
}
