import { cutTo } from '@/lib/core/fields';

import type { Cells } from './shopify-columns';
import type { Fault } from './sheet-pieces';
import type { ImportedProduct } from './shopify-shape';

type Options = ImportedProduct['options'];

const LONGEST = 255;

/** The names of the product's choices; Shopify writes "Title: Default Title" for a product without any. */
export function readOptionNames(cells: Cells): Options | Fault {
  const columns = names(cells);
  const given = columns.filter((option) => option.name !== '');
  if (given.length === 0 && cells.option1Value === '') return [];
  if (isDefault(cells)) return [];
  const gap = columns.findIndex((option) => option.name === '');
  if (columns.some((option) => option.name === '' && option.value !== '') || (gap !== -1 && gap < given.length)) {
    return { code: 'option-name-missing', reason: `option ${gap + 1} has no name` };
  }
  if (given.some((option) => option.name.length > LONGEST)) {
    return { code: 'too-long', reason: `an option name is longer than ${LONGEST} characters` };
  }
  if (new Set(given.map((option) => option.name.toLowerCase())).size < given.length) {
    return { code: 'option-name-duplicate', reason: 'two options have the same name' };
  }
  return given.map(({ name, linkedTo }) => ({ name, linkedTo: linkedTo || null }));
}

export function readOptionValues(options: Options, cells: Cells): string[] | Fault {
  const values = [cells.option1Value, cells.option2Value, cells.option3Value];
  if (options.length === 0) values[0] = values[0]?.replace(/^default title$/i, '') ?? '';
  const missing = options.findIndex((_, at) => !values[at]);
  if (missing !== -1) return { code: 'option-missing', reason: `the row has no value for "${options[missing]?.name}"` };
  const extra = values.slice(options.length).find(Boolean);
  if (extra) return { code: 'option-unexpected', reason: `"${cutTo(extra, 80)}" belongs to no option of the product` };
  const chosen = values.slice(0, options.length);
  if (chosen.some((value) => value.length > LONGEST)) {
    return { code: 'too-long', reason: `an option value is longer than ${LONGEST} characters` };
  }
  return chosen;
}

function names(cells: Cells) {
  return [
    { name: cells.option1Name, value: cells.option1Value, linkedTo: cells.option1Linked },
    { name: cells.option2Name, value: cells.option2Value, linkedTo: cells.option2Linked },
    { name: cells.option3Name, value: cells.option3Value, linkedTo: cells.option3Linked },
  ];
}

function isDefault(cells: Cells): boolean {
  return (
    /^(title)?$/i.test(cells.option1Name) && /^default title$/i.test(cells.option1Value) && cells.option2Name === ''
  );
}
