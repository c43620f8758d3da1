/** What prisma/schema says: each model with the domain whose file it stands in, its fields, and where its relations lead. */
import { readdirSync, readFileSync } from 'node:fs';

export type Model = { name: string; domain: string; fields: Map<string, string> };

/** By name. A field's value is its type, so a relation leads to a model of that name. */
export const models: ReadonlyMap<string, Model> = new Map(
  readdirSync('prisma/schema').flatMap((file) => {
    const text = readFileSync(`prisma/schema/${file}`, 'utf8');
    return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => {
      const fields = [...body!.matchAll(/^ {2}(\w+)\s+(\w+)/gm)].map(([, field, type]) => [field!, type!] as const);
      return [name!, { name: name!, domain: file.replace('.prisma', ''), fields: new Map(fields) }];
    });
  }),
);

/** By the name that Prisma's client gives them: `member` for `Member`. */
export const byDelegate: ReadonlyMap<string, Model> = new Map(
  [...models.values()].map((model) => [model.name[0]!.toLowerCase() + model.name.slice(1), model]),
);

/** Whose table it is; `base.prisma` is everybody's. */
export const mayName = (domain: string, model: Model): boolean => model.domain === domain || model.domain === 'base';
