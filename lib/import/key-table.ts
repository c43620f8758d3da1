import { hash } from 'node:crypto';

/**
 * Numbers by keys, in some dozens of bytes for each key however long it is, so that files of millions of things can be counted. A key is
 * kept as 64 bits of its SHA-256: two of a million are taken for one in less than one file of ten millions.
 */
export class KeyTable {
  private slots = new Int32Array(2_048).fill(-1);
  private digests = new Uint32Array(2_048);
  private numbers: Float64Array;
  private size = 0;
  private last: { key: string; entry: number } | undefined;

  /** With how many numbers for each key, all of them 0 at first. */
  constructor(private readonly columns = 1) {
    this.numbers = new Float64Array(1_024 * columns);
  }

  /** A number of a key; 0 where the key was never given one. */
  get(key: string, column = 0): number {
    const entry = this.entryOf(key, false);
    return entry === -1 ? 0 : this.numbers[entry * this.columns + column]!;
  }

  set(key: string, value: number, column = 0): void {
    const place = this.entryOf(key, true) * this.columns + column;
    this.numbers[place] = value;
  }

  add(key: string, value: number, column = 0): void {
    const place = this.entryOf(key, true) * this.columns + column;
    this.numbers[place]! += value;
  }

  /** The numbers of each key, in no order that matters; the keys themselves are not known. */
  *rows(): Generator<Float64Array> {
    for (let entry = 0; entry < this.size; entry += 1)
      yield this.numbers.subarray(entry * this.columns, (entry + 1) * this.columns);
  }

  private entryOf(key: string, make: boolean): number {
    if (this.last?.key === key) return this.last.entry;
    const digest = hash('sha256', key, 'buffer');
    const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
    let slot = this.slotOf(high, low);
    if (this.slots[slot] === -1) {
      if (!make) return -1;
      if (this.size * 2 >= this.slots.length) {
        this.grow();
        slot = this.slotOf(high, low);
      }
      this.digests.set([high, low], this.size * 2);
      this.slots[slot] = this.size;
      this.size += 1;
    }
    const entry = this.slots[slot]!;
    this.last = { key, entry };
    return entry;
  }

  /** The place of a digest, or the free one where it goes. */
  private slotOf(high: number, low: number): number {
    const mask = this.slots.length - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot]!;
      if (entry === -1) return slot;
      if (this.digests[entry * 2] === high && this.digests[entry * 2 + 1] === low) return slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const [digests, numbers] = [this.digests, this.numbers];
    this.digests = new Uint32Array(this.slots.length);
    this.digests.set(digests);
    this.numbers = new Float64Array((this.slots.length / 2) * this.columns);
    this.numbers.set(numbers);
    for (let entry = 0; entry < this.size; entry += 1)
      this.slots[this.slotOf(digests[entry * 2]!, digests[entry * 2 + 1]!)] = entry;
  }
}
