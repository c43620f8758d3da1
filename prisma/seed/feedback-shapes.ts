import type { IdeaKind, IdeaStage, ReleaseKind } from '@/lib/feedback/schema';

type HandStage = Exclude<IdeaStage, 'NEW' | 'SHIPPED' | 'MERGED'>;

/** An idea of the demo. */
export type SeedIdea = {
  key: string;
  product: 'foxtail-air' | 'foxtail-clip' | 'foxtail-hearth';
  by: string;
  /** Days before the seed. */
  ago: number;
  kind?: IdeaKind;
  title: string;
  body: string;
  votes: number;
  replies?: [by: string, hours: number, body: string][];
  steps?: [to: HandStage, ago: number, reason?: string][];
  mergedInto?: [key: string, ago: number, reason: string];
};

export type SeedRelease = {
  product: SeedIdea['product'];
  kind: ReleaseKind;
  version: string;
  ago: number;
  title: string;
  titleZh: string;
  markdown: string;
  markdownZh: string;
  ideas: string[];
};
