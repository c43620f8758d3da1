import { cutTo } from '@/lib/core/fields';
import { terminalLine } from '@/lib/core/terminal';

type Output = { isTTY?: boolean; columns?: number; write(text: string): unknown };

export type Progress = { step(by?: number): void; note(line: string): void; done(): void };

const WIDTH = 28;
const LEAST_STEPS = 20;
const LEAST_MS = 20_000;
const BAR_EVERY_MS = 80;
const LINE_EVERY_MS = 2_000;

/** A bar on a terminal; elsewhere a plain line every two seconds. Notes never tear the bar. */
export function createProgress(
  name: string,
  total: number,
  output: Output = process.stderr,
  now: () => number = Date.now,
): Progress {
  // It may be the name of a file.
  const label = terminalLine(name, 200);
  const live = output.isTTY === true;
  const every = live ? BAR_EVERY_MS : LINE_EVERY_MS;
  let value = 0;
  const began = now();
  let shown = began;
  const show = () => {
    shown = now();
    const left = timeLeft(value, total, shown - began);
    output.write(
      live ? `\r\u001b[2K${bar(label, value, total, left, output.columns)}` : `${plain(label, value, total, left)}\n`,
    );
  };
  return {
    step(by = 1) {
      value += by;
      if (now() - shown >= every) show();
    },
    note(text) {
      const line = terminalLine(text);
      output.write(live ? `\r\u001b[2K${line}\n` : `${line}\n`);
      if (live) show();
    },
    done() {
      show();
      if (live) output.write('\n');
    },
  };
}

/** How long the rest will take at the speed so far, as the end of a line; nothing while too little is done to know it. */
export function timeLeft(value: number, total: number, passed: number): string {
  if (value < LEAST_STEPS || passed < LEAST_MS || value >= total) return '';
  const minutes = Math.ceil(((passed / value) * (total - value)) / 60_000);
  if (minutes < 90) return `, about ${minutes} min left`;
  return `, about ${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

function plain(label: string, value: number, total: number, left: string): string {
  return total > 0 ? `${label}: ${value} of ${total}${left}` : `${label}: ${value}`;
}

function bar(label: string, value: number, total: number, left: string, columns = 80): string {
  if (total <= 0) return plain(label, value, total, left);
  const share = Math.min(1, value / total);
  const filled = Math.round(share * WIDTH);
  const text = `${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)}% ${value}/${total}${left}`;
  return cutTo(text, columns - 1);
}
