export { linkVoice, noteVoice, settle, waitingVoice } from './hear-voice';
export { mergeIdeas } from './merge-ideas';
export { openIdea } from './open-idea';
export { publishRelease } from './publish-release';
export { writeRelease } from './write-release';
export { saveRelease } from './save-release';
export { stageIdea } from './stage-idea';
export { voteIdea, type IdeaVoted } from './vote-idea';
