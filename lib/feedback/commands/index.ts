export { lockIdea, touchIdea } from './idea-to-change';
export { mergeIdeas } from './merge-ideas';
export { openIdea } from './open-idea';
export { publishRelease } from './publish-release';
export { writeRelease } from './write-release';
export { saveRelease } from './save-release';
export { stageIdea } from './stage-idea';
export { castVote, voteIdea, type IdeaVoted } from './vote-idea';
