import { z } from 'zod';

import { declareNotices, localized, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const idea = z.object({ title: z.string(), product: localized, path: z.string() });
const ideaPath = ({ path }: { path: string }) => path;

const toAuthorAndVoters = idea.extend({ role: z.enum(['author', 'voter']) });

const ofStage = () =>
  notice({
    channels: ['app', 'mail'],
    data: toAuthorAndVoters.extend({ why: z.enum(['yes', 'no']), reason: z.string() }),
    path: ideaPath,
    icon: 'idea',
    area: 'ideas',
  });

const ofMerge = () =>
  notice({
    channels: ['app', 'mail'],
    data: toAuthorAndVoters.extend({ into: z.string(), votes: z.number() }),
    path: ideaPath,
    icon: 'idea',
    area: 'ideas',
  });

const ofRelease = () =>
  notice({
    channels: ['app', 'mail'],
    data: z.object({ product: localized, version: z.string(), ideas: z.number(), title: z.string(), slug: z.string() }),
    path: ({ slug }) => paths.release(slug),
    icon: 'release',
    area: 'releases',
  });

/** What members are told of their ideas, of those they voted for and of what became of them. */
export const feedbackNotices = declareNotices({
  'idea.accepted': ofStage(),
  'idea.planned': ofStage(),
  'idea.started': ofStage(),
  'idea.declined': ofStage(),
  'idea.reopened': ofStage(),
  'idea.merged': ofMerge(),
  'idea.mergedPrivately': notice({
    channels: ['app', 'mail'],
    data: toAuthorAndVoters,
    path: ideaPath,
    icon: 'idea',
    area: 'ideas',
  }),
  'idea.joined': ofMerge(),
  'idea.made': notice({
    channels: ['app', 'mail'],
    data: idea.extend({ from: z.enum(['post', 'voice', 'review']) }),
    path: ideaPath,
    icon: 'idea',
    area: 'ideas',
  }),
  'release.credited': ofRelease(),
  'release.shipped': ofRelease(),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof feedbackNotices> {}
}
