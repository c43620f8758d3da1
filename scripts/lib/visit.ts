/** A first visit to a page by a phone: nothing kept from before, a processor four times slower. */
import type { Browser, CDPSession } from '@playwright/test';

/** Bytes as they came over the wire, compressed; milliseconds above fifty of each long task. */
export type Visit = { js: number; css: number; fonts: number; document: number; shift: number; blockingMs: number };

const slower = 4;
const phone = { width: 390, height: 844 };
const kinds: Record<string, 'js' | 'css' | 'fonts' | 'document'> = {
  Script: 'js',
  Stylesheet: 'css',
  Font: 'fonts',
  Document: 'document',
};

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone, locale: address.includes('/zh') ? 'zh-CN' : 'en-US' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const sizes = countBytes(session);
  await page.addInitScript(watchPaints);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => (window as unknown as { seen: { shift: number; blocking: number } }).seen);
  await context.close();
  return { ...sizes, shift: Number(seen.shift.toFixed(4)), blockingMs: Math.round(seen.blocking) };
}

function countBytes(session: CDPSession) {
  const sizes = { js: 0, css: 0, fonts: 0, document: 0 };
  const kindOf = new Map<string, keyof typeof sizes>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    const kind = kinds[type];
    if (kind) kindOf.set(requestId, kind);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kindOf.get(requestId);
    if (kind) sizes[kind] += encodedDataLength;
  });
  return sizes;
}

// Runs in the page before anything of its own.
function watchPaints(): void {
  const seen = { shift: 0, blocking: 0 };
  Object.assign(window, { seen });
  const watch = (type: string, add: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
  watch('longtask', ({ duration }) => {
    seen.blocking += Math.max(0, duration - 50);
  });
}
