import { createHash, hash, type Hash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** What was counted of a table: its rows, their bytes as COPY writes them, and a digest of all rows in whatever order. */
export type Tally = { rows: number; bytes: number; digest: string };

const newline = 10;

/**
 * Passes the text of COPY on and counts it. A row is a line, since COPY escapes line breaks. The digest adds up the SHA-256 of
 * each row, so that it says the same for the same rows whatever order a server or a collation gives them.
 */
export class RowTally extends Transform {
  private rows = 0;
  private bytes = 0;
  private readonly lanes = new Uint32Array(8);
  private open: Hash | undefined;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.add(chunk);
    done(null, chunk);
  }

  /** Counts a piece of the text without passing it on. */
  add(chunk: Buffer): void {
    this.bytes += chunk.length;
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      this.endRow(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) (this.open ??= createHash('sha256')).update(chunk.subarray(start));
  }

  /** What was counted until now. */
  get tally(): Tally {
    const digest = Buffer.from(Uint32Array.from(this.lanes).buffer).toString('hex');
    // A row without its end is one that was cut short.
    return { rows: this.rows, bytes: this.bytes, digest: this.open ? `${digest}-cut` : digest };
  }

  private endRow(rest: Buffer): void {
    const sum = this.open ? this.open.update(rest).digest() : hash('sha256', rest, 'buffer');
    this.open = undefined;
    this.rows += 1;
    for (let lane = 0; lane < 8; lane += 1) this.lanes[lane]! += sum.readUInt32LE(lane * 4);
  }
}

/** Whether both counted the same rows. */
export const sameTally = (one: Tally, other: Tally): boolean =>
  one.rows === other.rows && one.bytes === other.bytes && one.digest === other.digest;
