/** One line on the terminal, in the voice of the scripts. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** An error that its reader can act upon: printed without a stack. */
export class Trouble extends Error {}
