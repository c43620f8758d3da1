/** A first visit to a page by a phone: nothing kept from before, a processor four times slower. */
import type { Browser, CDPSession } from '@playwright/test';

import { watchThread } from './busy-thread';

/** Bytes of bodies as they came over the wire, compressed; milliseconds above fifty of each long task, by the clock and in processor time. */
export type Visit = {
  js: number;
  css: number;
  fonts: number;
  document: number;
  shift: number;
  blockingMs: number;
  blockingCpuMs: number;
};

const slower = 4;
const phone = { width: 390, height: 844 };
const kinds: Record<string, 'js' | 'css' | 'fonts' | 'document'> = {
  Script: 'js',
  Stylesheet: 'css',
  Font: 'fonts',
  Document: 'document',
};

type Seen = { shift: number; blocking: number; watching: boolean };

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone, locale: address.includes('/zh') ? 'zh-CN' : 'en-US' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const sizes = countBytes(session);
  await page.addInitScript({ path: 'scripts/lib/watch-paints.mjs' });
  const threadBlocked = await watchThread(session);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const blockingCpuMs = await threadBlocked();
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  if (!seen?.watching) throw new Error(`Nothing was watched on ${address}`);
  await context.close();
  return { ...sizes, shift: Number(seen.shift.toFixed(4)), blockingMs: Math.round(seen.blocking), blockingCpuMs };
}

function countBytes(session: CDPSession) {
  const sizes = { js: 0, css: 0, fonts: 0, document: 0 };
  const began = new Map<string, { kind: keyof typeof sizes; head: number }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const kind = kinds[type];
    if (kind) began.set(requestId, { kind, head: response.encodedDataLength });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const response = began.get(requestId);
    if (response) sizes[response.kind] += encodedDataLength - response.head;
  });
  return sizes;
}
