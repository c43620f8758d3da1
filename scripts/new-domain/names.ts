/** The spellings of a new domain's name: `loans` has loans, of which one is a `loan`, in a table `Loan`. */
export type Names = { domain: string; one: string; table: string; many: string; title: string };

export function namesOf(domain: string, one = domain.replace(/ies$/, 'y').replace(/s$/, '')): Names {
  const pascal = (words: string) =>
    words.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
  const camel = (words: string) => words.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    domain,
    one: camel(one),
    table: pascal(one),
    many: camel(domain),
    title: pascal(domain).replace(/([a-z])([A-Z])/g, '$1 $2'),
  };
}
