export { answerQuestion } from './answer-question';
export { askOwnersOf } from './ask-owners-of';
export { endOwnership } from './end-ownership';
export { closeVoice, noteVoice, waitingVoice } from './hear-voice';
export { askOwner, registerOwner } from './register-owner';
