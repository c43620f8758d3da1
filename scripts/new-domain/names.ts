/** The spellings of a new domain's name: `spare-parts` has `spareParts`, of which one is a `sparePart`, in a table `SparePart`. */
export type Names = {
  /** As in folders, addresses and permissions: `spare-parts`. */
  domain: string;
  /** One of them as in file names: `spare-part`. */
  file: string;
  one: string;
  many: string;
  table: string;
  /** Many as in names of types and functions: `SpareParts`. */
  plural: string;
  title: string;
  titleZh: string;
};

export function namesOf(domain: string, one = singular(domain), titleZh?: string): Names {
  const words = domain.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    domain,
    file: one,
    one: camel(one),
    many: camel(domain),
    table: pascal(one),
    plural: pascal(domain),
    title,
    titleZh: titleZh ?? `${title} 专区`,
  };
}

const camel = (words: string) => words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (words: string) => camel(`-${words}`);

function singular(many: string): string {
  if (many.endsWith('ies')) return `${many.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(many)) return many.slice(0, -2);
  return many.endsWith('ss') ? many : many.replace(/s$/, '');
}
