const own = /^custom\.([^/]+)$/;

/** The specifications that a product's form shows, as lines of `Name: value`. */
export function linesOf(metafields: unknown): string {
  return Object.entries((metafields ?? {}) as Record<string, unknown>)
    .flatMap(([key, value]) => {
      const name = own.exec(key)?.[1];
      return name && typeof value === 'string' && isPlain(value) ? [`${name.replaceAll('_', ' ')}: ${value}`] : [];
    })
    .join('\n');
}

/** The metafields with the form's lines in the place of those that it showed; what an import brought besides stays. */
export function withLines(metafields: unknown, lines: string): Record<string, string> {
  const kept = Object.entries((metafields ?? {}) as Record<string, string>).filter(
    ([key, value]) => !(own.test(key) && typeof value === 'string' && isPlain(value)),
  );
  const typed = lines.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*([^:：/]{1,80})[:：]\s*(.+)$/.exec(line) ?? [];
    return name && value ? [[`custom.${name.trim().replaceAll('.', ' ').replace(/\s+/g, '_')}`, value.trim()]] : [];
  });
  return Object.fromEntries([...kept, ...typed]) as Record<string, string>;
}

const isPlain = (value: string) => !/[\n{}[\]]|gid:\/\//.test(value);
