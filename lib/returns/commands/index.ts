export { askReturn } from './ask-return';
export { cancelReturn, noteSent } from './buyer-acts';
export { countReturn } from './count-return';
export { decideReturn } from './decide-return';
export { closeReturn } from './close-return';
