export { answerOnce } from './answer-once';
export { makeKey, revokeKey } from './make-key';
export { noteAddressRead, noteUse } from './note-use';
