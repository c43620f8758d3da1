import { kindOf, plainIdentifier } from './identifiers';
import { serialShape } from './schema';

export type UnitLine = { row: number; serial: string; others: { kind: 'IMEI' | 'EID'; value: string }[] };
export type WrongLine = { row: number; text: string; why: 'shape' | 'number' | 'twice' };

/** Reads a list of units, a line each; a line that cannot be read, or repeats an earlier one, is named and keeps no other out. */
export function readSerials(text: string): { units: UnitLine[]; wrong: WrongLine[] } {
  const [units, wrong, seen]: [UnitLine[], WrongLine[], Set<string>] = [[], [], new Set()];
  for (const [at, line] of text.split('\n').entries()) {
    const [first = '', ...rest] = line.split(/[\s,;]+/).filter(Boolean);
    if (first === '') continue;
    const serial = plainIdentifier(first);
    const others = rest.map((each) => ({ kind: kindOf(plainIdentifier(each)), value: plainIdentifier(each) }));
    const numbers = [serial, ...others.map(({ value }) => value)];
    const why = !serialShape.test(serial)
      ? 'shape'
      : others.some(({ kind }) => kind === null) || others.length > 5
        ? 'number'
        : numbers.some((each) => seen.has(each)) || new Set(numbers).size < numbers.length
          ? 'twice'
          : null;
    if (why) wrong.push({ row: at + 1, text: line.trim().slice(0, 80), why });
    else {
      for (const each of numbers) seen.add(each);
      units.push({ row: at + 1, serial, others: others as UnitLine['others'] });
    }
  }
  return { units, wrong };
}
