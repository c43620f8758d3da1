type Output = { isTTY?: boolean; columns?: number; write(text: string): unknown };

export type Progress = { step(by?: number): void; note(line: string): void; done(): void };

const WIDTH = 28;
const BAR_EVERY_MS = 80;
const LINE_EVERY_MS = 2_000;

/** A bar on a terminal; elsewhere a plain line every two seconds. Notes never tear the bar. */
export function createProgress(
  label: string,
  total: number,
  output: Output = process.stderr,
  now: () => number = Date.now,
): Progress {
  const live = output.isTTY === true;
  const every = live ? BAR_EVERY_MS : LINE_EVERY_MS;
  let value = 0;
  let shown = now();
  const show = () => {
    shown = now();
    output.write(live ? `\r\u001b[2K${bar(label, value, total, output.columns)}` : `${plain(label, value, total)}\n`);
  };
  return {
    step(by = 1) {
      value += by;
      if (now() - shown >= every) show();
    },
    note(line) {
      output.write(live ? `\r\u001b[2K${line}\n` : `${line}\n`);
      if (live) show();
    },
    done() {
      show();
      if (live) output.write('\n');
    },
  };
}

function plain(label: string, value: number, total: number): string {
  return total > 0 ? `${label}: ${value} of ${total}` : `${label}: ${value}`;
}

function bar(label: string, value: number, total: number, columns = 80): string {
  if (total <= 0) return plain(label, value, total);
  const share = Math.min(1, value / total);
  const filled = Math.round(share * WIDTH);
  const text = `${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)}% ${value}/${total}`;
  return text.slice(0, columns - 1);
}
