import formatCompiled from 'use-intl/format-message/format-only';

import { groupDigits } from '@/lib/core/digits';

type Format = typeof formatCompiled;
type Formatters = Parameters<Format>[3]['formatters'];

/** In the browser, in place of use-intl's own: writes a parsed sentence, and whole numbers in it without the browser's slow tables. */
const formatMessage: Format = (key, message, values, options) =>
  formatCompiled(key, message, values, { ...options, formatters: plainNumbers(options.formatters) });

formatMessage.raw = false;
export default formatMessage;

const plain = new WeakMap<Formatters, Formatters>();

function plainNumbers(formatters: Formatters): Formatters {
  const known = plain.get(formatters);
  if (known) return known;
  const { getNumberFormat } = formatters;
  const made: Formatters = {
    ...formatters,
    getNumberFormat: (locale, given) => {
      const format = (value: number) =>
        given === undefined && Number.isSafeInteger(value)
          ? groupDigits(value)
          : getNumberFormat(locale, given).format(value);
      return { format } as Intl.NumberFormat;
    },
  };
  plain.set(formatters, made);
  return made;
}
