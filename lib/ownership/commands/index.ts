export { answerQuestion } from './answer-question';
export { askOwnersOf } from './ask-owners-of';
export { closeVoice, noteVoice, waitingVoice } from './hear-voice';
export { askOwner, registerOwner } from './register-owner';
