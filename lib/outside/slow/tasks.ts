import type { ReadMarkdown, Rendered } from '@/lib/core/markdown';

import type { LabelPaper } from '../pdf/write-labels';
import type { Paper } from '../pdf/write-pdf';
import type { FoundBrand } from '../old-site/find-brand';
import type { IconLook } from '../storage/draw-icon';
import type { EmblemBox } from '../storage/emblem';
import type { ProcessedImage } from '../storage/images';

/** What takes long enough to hold up others: each takes plain data, answers plain data and depends on nothing else. */
export type SlowTasks = {
  /** Every mention is a link, also those of strangers. */
  render: (input: { markdown: string; origin: string }) => Promise<Rendered & Pick<ReadMarkdown, 'fits' | 'handles'>>;
  sanitize: (input: { html: string }) => Promise<string>;
  hashPassword: (input: { password: string; cost: Cost }) => Promise<string>;
  passwordFits: (input: { passwordHash: string; password: string }) => Promise<boolean>;
  picture: (input: { file: Uint8Array; max: number; still?: boolean }) => Promise<ProcessedImage>;
  emblem: (input: { file: Uint8Array; box: EmblemBox }) => Promise<ProcessedImage>;
  icon: (input: { picture: Uint8Array } & IconLook) => Promise<Uint8Array>;
  findBrand: (input: { body: Uint8Array; charset: string; address: string }) => Promise<FoundBrand | null>;
  tint: (input: { picture: Uint8Array }) => Promise<string | null>;
  /** Papers that follow each other in one file. */
  pdf: (input: { papers: [Paper, ...Paper[]] }) => Promise<Uint8Array>;
  labels: (input: { labels: LabelPaper[] }) => Promise<Uint8Array>;
};
type Cost = { memoryCost: number; timeCost: number; parallelism: number };

const libraries = {
  markdown: () => import('@/lib/core/markdown/render-markdown'),
  html: () => import('@/lib/core/sanitize/sanitize-user-html'),
  argon2: () => import('@node-rs/argon2'),
  images: () => import('../storage/images'),
  emblem: () => import('../storage/emblem'),
  icon: () => import('../storage/draw-icon'),
  oldSite: () => import('../old-site/read'),
  tint: () => import('../storage/tint'),
  pdf: () => import('../pdf/write-pdf'),
  labels: () => import('../pdf/write-labels'),
};

// Each reads its library when it is first needed: a process does tasks of one kind.
export const tasks: SlowTasks = {
  render: async ({ markdown, origin }) => {
    const { fits, handles, render } = (await libraries.markdown()).readMarkdown(markdown, { origin });
    return { fits, handles, ...render() };
  },
  sanitize: async ({ html }) => (await libraries.html()).sanitizeUserHtml(html),
  hashPassword: async ({ password, cost }) => (await libraries.argon2()).hash(password, cost),
  passwordFits: async ({ passwordHash, password }) => (await libraries.argon2()).verify(passwordHash, password),
  picture: async ({ file, max, still }) =>
    (await libraries.images()).processImage(Buffer.from(file.buffer, file.byteOffset, file.byteLength), { max, still }),
  emblem: async ({ file, box }) =>
    (await libraries.emblem()).drawEmblem(Buffer.from(file.buffer, file.byteOffset, file.byteLength), box),
  icon: async ({ picture, ...look }) =>
    (await libraries.icon()).drawIcon(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength), look),
  findBrand: async ({ body, charset, address }) => (await libraries.oldSite()).readPage(body, charset, address),
  tint: async ({ picture }) => (await libraries.tint()).tintOf(picture),
  pdf: async ({ papers }) => (await libraries.pdf()).writePdf(...papers),
  labels: async ({ labels }) => (await libraries.labels()).writeLabels(labels),
};

/** Reads what a task needs, so that the time of the task is its own. */
export const prepareTask: Record<keyof SlowTasks, () => Promise<unknown>> = {
  render: libraries.markdown,
  sanitize: libraries.html,
  hashPassword: libraries.argon2,
  passwordFits: libraries.argon2,
  picture: libraries.images,
  emblem: libraries.emblem,
  icon: libraries.icon,
  findBrand: libraries.oldSite,
  tint: libraries.tint,
  pdf: libraries.pdf,
  labels: libraries.labels,
};
